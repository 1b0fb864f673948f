"""Fill the page template of the documents."""

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

from reportkit.adapters.files import read_text
from reportkit.adapters.tools import needed
from reportkit.errors import BuildError

FOLDER = "templates"
_PAGE, _STYLE, _PRINT_STYLE, _SCRIPT = "review.html.jinja", "review.css", "print.css", "review.js"


def fill_page(folder: Path, values: Mapping[str, object], page: str = _PAGE) -> str:
    """The whole HTML file; a value that the template wants and does not get is an error."""
    with needed("Jinja2"):
        from jinja2 import (  # noqa: PLC0415 - heavy
            Environment,
            FileSystemLoader,
            StrictUndefined,
            TemplateError,
            TemplateNotFound,
        )

    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters["sha256"] = _hash
    script = _tightened(read_text(folder / _SCRIPT))
    parts = {"css": read_text(folder / _STYLE), "print_css": read_text(folder / _PRINT_STYLE), "js": script}
    try:
        return environment.get_template(page).render(**values, **parts)
    except TemplateNotFound as error:
        hint = f"It belongs into the folder {folder.name}, beside the template of the review."
        raise BuildError(f"there is no template {error}", hint) from error
    except TemplateError as error:
        raise BuildError(f"the template {page} cannot be filled: {error}") from error


def _tightened(script: str) -> str:
    """The script without its comments and spaces, which are for those who read its source."""
    with needed("rjsmin"):
        from rjsmin import jsmin  # noqa: PLC0415 - only documents need it, the check does not

    return str(jsmin(script))


def _hash(script: str) -> str:
    """What the content security policy names the script by: nothing else may run."""
    return b64encode(hashlib.sha256(script.encode()).digest()).decode()
