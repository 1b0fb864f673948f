"""What the page template is given: the words of the title block and the nested contents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from reportkit.assemble.outline import Entry
from reportkit.assemble.tree import Nodes, attributes, walk
from reportkit.model.settings import Settings

FRONT = "key-messages"
_DEEPEST_LISTED = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the contents with the lines below it; `title` is HTML."""

    id: str
    title: str
    children: tuple["Line", ...]


def page_values(settings: Settings, contents: Sequence[Entry], *, draft: bool) -> Mapping[str, object]:
    """The values of the page template, but for the HTML of the text."""
    return {
        "title": settings.title,
        "subtitle": settings.subtitle,
        "authors": settings.authors,
        "language": settings.language,
        "version": settings.version,
        "data_date": settings.data_date,
        "kind": settings.kind,
        "statement": settings.statement,
        "licence": settings.licence,
        "keywords": settings.keywords,
        "contents": contents_lines(contents),
        "draft": draft,
    }


def contents_lines(entries: Sequence[Entry]) -> tuple[Line, ...]:
    """Chapters and their sections, nested; deeper headings are left out."""
    listed = [entry for entry in entries if entry.level <= _DEEPEST_LISTED]
    starts = [index for index, entry in enumerate(listed) if entry.level == 1] + [len(listed)]
    return tuple(_line(listed[start], listed[start + 1 : end]) for start, end in pairwise(starts))


def _line(entry: Entry, children: Sequence[Entry]) -> Line:
    number = f'<span class="section-number">{entry.number}</span> ' if entry.number else ""
    return Line(entry.id, number + escape(entry.title), tuple(_line(child, ()) for child in children))


def split_front(blocks: Nodes) -> tuple[Nodes, Nodes]:
    """The key messages, which stand before the contents, and everything else.

    Key messages with notes stay in the text, where their notes are numbered with the others.
    """
    heads = [index for index, block in enumerate(blocks) if block["t"] == "Header" and block["c"][0] == 1]
    if not heads or FRONT not in attributes(blocks[heads[0]])[1]:
        return [], blocks
    end = heads[1] if len(heads) > 1 else len(blocks)
    front = blocks[:end]
    return ([], blocks) if any(node["t"] == "Note" for node in walk(front)) else (front, blocks[end:])
