r"""What bookdown writes and reads itself: references as `\@ref(fig:x)`, labels as `(\#fig:x)`."""

import re

from reportkit.model.tokens import CrossReference, Label
from reportkit.scanner.extracts import Place
from reportkit.scanner.inlines import Inlines, Match
from reportkit.scanner.nodes import Found, Node, Visible

_REFERENCE = re.compile(r"\\@ref\((?P<label>[\w:/-]+)\)")
_KINDS = "fig|tab|eq|thm|lem|cor|prp|cnj|def|exm?|exr|hyp"
BOOKDOWN_LABEL = re.compile(rf"\(\\{{0,2}}#(?P<label>(?:{_KINDS}):[\w/-]+)\)")
_PLACES = ("fig:", "tab:", "eq:")
_SIGN = "\ufffc"


def reference(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    r"""`\@ref(label)`, which prints a number."""
    found = _REFERENCE.match(inlines.text, at, inlines.end)
    if found is None:
        return None
    token = CrossReference(inlines.fragment.span(at, found.end()), found["label"])
    sign = Visible(_SIGN, inlines.fragment.origins[at : at + 1])
    return Match(found.end(), [Found(token), sign], word_end)


def written_label(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    r"""The rest of `(\#tab:x)`, in front of a caption; the backslash may be missing."""
    found = BOOKDOWN_LABEL.match(inlines.text, at - 1, inlines.end) if at > inlines.extract.start else None
    if found is None:
        return None
    closing = inlines.visible(found.end() - 1, found.end())  # the bracket before it is text, too
    return Match(found.end(), [_token(inlines, found), closing], word_end)


def labels_inside(inlines: Inlines, start: int, end: int) -> list[Node]:
    """The labels in a stretch that is not read, as a formula is."""
    if not inlines.session.flavor.bookdown:
        return []
    return [_token(inlines, found) for found in BOOKDOWN_LABEL.finditer(inlines.text, start, end)]


def _token(inlines: Inlines, found: re.Match[str]) -> Found:
    """Theorems may be named again: only captions and equations are the place that is meant."""
    kind = "caption" if found["label"].startswith(_PLACES) else "automatic"
    return Found(Label(found["label"], inlines.fragment.span(*found.span("label")), kind))
