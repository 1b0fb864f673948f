"""The style of a project, `theme.css` beside its chapters, laid over ours."""

import re

from reportkit.errors import BuildError

THEME = "theme.css"
_REFUSED = {
    r"</": "would end the style of the page",
    r"(?i)@import\b": "asks for another file",
    r"(?i)url\(\s*[\"']?(?!data:|#)": "asks for another file",
}
_HINT = "The documents need nothing but themselves: put an image inside as a data: address, or leave it out."


def checked_theme(text: str, name: str) -> str:
    """The theme as it stands, if it asks for nothing outside the page."""
    for pattern, reason in _REFUSED.items():
        if found := re.search(pattern, text):
            row = text.count("\n", 0, found.start()) + 1
            raise BuildError(f"{name}:{row}: `{found[0]}` {reason}", _HINT)
    return text
