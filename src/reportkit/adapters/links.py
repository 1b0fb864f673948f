"""Files that chapters link to or take in, and which of them are not there."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from reportkit.adapters.files import locate_file
from reportkit.errors import FileAccessError
from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Fault
from reportkit.model.location import Span

# Addresses, places in this document or site, marks that are filled in, citations, and addresses of e-mail.
_NO_FILE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[#/?@{}<]|[^\s/@]+@[^\s/@]+$|$")
_MADE = {".html", ".htm", ".pdf", ".epub", ".docx"}
_INCLUDE = re.compile(r"(?<!\{)\{\{<\s*include\s+(?P<name>[^\s<>]+)\s*>\}\}")
_CHILD = re.compile(r"\bchild\s*=\s*[\"'](?P<name>[^\"'\n]+)[\"']")


def missing_links(root: Path, chapters: Iterable[Chapter]) -> frozenset[str]:
    """The targets of links, as written, that name no file of the project; documents are made later."""
    return frozenset(
        link.target
        for chapter in chapters
        for link in chapter.scan.links
        if not _NO_FILE.match(link.target) and not _is_there(root, chapter, link.target)
    )


def missing_includes(root: Path, chapters: Iterable[Chapter]) -> Iterator[Fault]:
    """The files that Quarto or knitr should put into a chapter and cannot find."""
    for chapter in chapters:
        for found in _included(chapter):
            if not _is_there(root, chapter, found["name"]):
                place = chapter.locate(Span(*found.span("name")))
                message = f"the file `{found['name']}` that belongs here is not there"
                hint = "Correct the path, or add the file to the project."
                yield Fault("XRF006", message, place, hint, found["name"])


def _included(chapter: Chapter) -> Iterator[re.Match[str]]:
    text = chapter.source.text
    yield from _INCLUDE.finditer(text)
    for chunk in chapter.scan.chunks:
        yield from _CHILD.finditer(text, chunk.span.start, max(text.find("\n", chunk.span.start), 0))


def _is_there(root: Path, chapter: Chapter, target: str) -> bool:
    """Whether a file or folder lies beside the chapter or in the project; outside of it nobody looks."""
    name = unquote(re.split(r"[#?]", target, maxsplit=1)[0])
    beside = str(PurePosixPath(chapter.filename).parent / name)
    if PurePosixPath(name).suffix.lower() in _MADE:
        return True
    return any(_exists(root, place) for place in (beside, name.removeprefix("/")))


def _exists(root: Path, relative: str) -> bool:
    try:
        return locate_file(root, relative).exists()
    except FileAccessError:
        return True
