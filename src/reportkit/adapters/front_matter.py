"""The bibliographies that documents, or the books they belong to, name at their head."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from posixpath import normpath

from reportkit.adapters.files import is_file, read_or_fault
from reportkit.adapters.yaml_nodes import Mapping, plain_value, read_mapping
from reportkit.model.chapter import Chapter
from reportkit.model.location import SourceText

# where Quarto and bookdown say what holds for all chapters of a book
_BOOK_FILES = ("_quarto.yml", "index.qmd", "index.Rmd")
_HEAD = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)


def named_by_documents(root: Path, chapters: Iterable[Chapter]) -> tuple[str, ...]:
    """The files under `bibliography:`, each once, as seen from the root.

    A name counts from the folder of its document or else, as for pandoc, from the root.
    """
    found = (_place(root, chapter.filename, name) for chapter in chapters for name in _named(chapter))
    return tuple(dict.fromkeys(found))


def named_by_books(root: Path, chapters: Iterable[Chapter]) -> tuple[str, ...]:
    """The same of the books around documents that name none: what lies in their folders or above."""
    silent = (chapter for chapter in chapters if not any(_named(chapter)))
    folders = dict.fromkeys(folder for c in silent for folder in PurePosixPath(c.filename).parents)
    books = (str(folder / name) for folder in folders for name in _BOOK_FILES)
    found = (_place(root, book, name) for book in books for name in _named_by_book(root, book))
    return tuple(dict.fromkeys(found))


def _named(chapter: Chapter) -> Iterator[str]:
    for entry in chapter.scan.metadata:
        if entry.key == "bibliography":
            text = chapter.source.text[entry.span.start : entry.span.end]
            yield from _names(SourceText(chapter.filename, text))


def _named_by_book(root: Path, name: str) -> Iterator[str]:
    source = read_or_fault(root, name, "RKT004") if is_file(root, name) else None
    if isinstance(source, SourceText):
        head = None if name.endswith(".yml") else _HEAD.match(source.text)
        yield from _names(SourceText(name, head["yaml"] if head else source.text))


def _names(source: SourceText) -> Iterator[str]:
    """What a mapping has under `bibliography`."""
    node = read_mapping(source)
    for key, value in node.pairs if isinstance(node, Mapping) else ():
        if key == "bibliography":
            names = plain_value(value)
            listed = names if isinstance(names, list) else [names]
            yield from (name for name in listed if name and isinstance(name, str))


def _place(root: Path, document: str, name: str) -> str:
    beside = normpath(PurePosixPath(document).parent / name)
    return name if is_file(root, name) and not is_file(root, beside) else beside
