"""The bibliographies that documents, or the books they belong to, name at their head."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import normpath

from reportkit.adapters.files import is_file, read_or_fault
from reportkit.adapters.yaml_nodes import Mapping, plain_value, read_mapping
from reportkit.model.chapter import Chapter
from reportkit.model.location import Location, SourceText, Span
from reportkit.rules.reading.addresses import is_address

# where Quarto and bookdown say what holds for all chapters of a book
_BOOK_FILES = ("_quarto.yml", "index.qmd", "index.Rmd")
_HEAD = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Naming:
    """A bibliography, as seen from the root, that a document or the book around it names, and where."""

    document: str
    bibliography: str
    location: Location


def named_by_documents(root: Path, chapters: Iterable[Chapter]) -> tuple[Naming, ...]:
    """What stands under `bibliography:`; a name counts from the document's folder or else from the root."""
    return tuple(
        Naming(chapter.filename, _place(root, chapter.filename, name), location)
        for chapter in chapters
        for name, location in _named(chapter)
    )


def named_by_books(root: Path, chapters: Iterable[Chapter]) -> tuple[Naming, ...]:
    """The same of the books around documents that name none: what lies in their folders or above."""
    known: dict[str, list[tuple[str, Location]]] = {}
    found = []
    for chapter in chapters:
        if not any(_named(chapter)):
            for book in _books(chapter):
                if book not in known:
                    known[book] = list(_named_by_book(root, book))
                found += [Naming(chapter.filename, name, location) for name, location in known[book]]
    return tuple(found)


def shelves(namings: Iterable[Naming]) -> tuple[frozenset[str], ...]:
    """The bibliographies that each document uses together, each such set once."""
    used: dict[str, set[str]] = {}
    for naming in namings:
        used.setdefault(naming.document, set()).add(naming.bibliography)
    return tuple(dict.fromkeys(map(frozenset, used.values())))


def _books(chapter: Chapter) -> Iterator[str]:
    for folder in PurePosixPath(chapter.filename).parents:
        yield from (str(folder / name) for name in _BOOK_FILES)


def _named(chapter: Chapter) -> Iterator[tuple[str, Location]]:
    for entry in chapter.scan.metadata:
        if entry.key == "bibliography":
            text = chapter.source.text[entry.span.start : entry.span.end]
            for name in _names(SourceText(chapter.filename, text)):
                yield name, _written(chapter.source, name, entry.span)


def _named_by_book(root: Path, book: str) -> Iterator[tuple[str, Location]]:
    source = read_or_fault(root, book, "RKT004") if is_file(root, book) else None
    if isinstance(source, SourceText):
        head = None if book.endswith(".yml") else _HEAD.match(source.text)
        for name in _names(SourceText(book, head["yaml"] if head else source.text)):
            yield _place(root, book, name), _written(source, name, Span(0, len(source.text)))


def _written(source: SourceText, name: str, within: Span) -> Location:
    """The place of a name, or of all that it stands in where it is written otherwise."""
    at = source.text.find(name, within.start, within.end)
    return source.locate(within if at < 0 else Span(at, at + len(name)))


def _names(source: SourceText) -> Iterator[str]:
    """What a mapping has under `bibliography`."""
    node = read_mapping(source)
    for key, value in node.pairs if isinstance(node, Mapping) else ():
        if key == "bibliography":
            names = plain_value(value)
            listed = names if isinstance(names, list) else [names]
            yield from (name for name in listed if name and isinstance(name, str))


def _place(root: Path, document: str, name: str) -> str:
    if is_address(name):
        return name
    beside = normpath(PurePosixPath(document).parent / name)
    return name if is_file(root, name) and not is_file(root, beside) else beside
