"""What the page template is given: the words of the title block and the nested contents."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from reportkit.assemble.bibliography import bibtex_of
from reportkit.assemble.data_addresses import data_address
from reportkit.assemble.outline import Entry, listed
from reportkit.formats.document.scholarly import citation, citation_tags, linked_data
from reportkit.model.evidence import Evidence
from reportkit.model.languages import words_of
from reportkit.model.review import Review
from reportkit.model.screening import ScreeningLog
from reportkit.model.words import Words


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the contents with the lines below it; `title` is HTML."""

    id: str
    title: str
    children: tuple["Line", ...]


def page_values(review: Review, contents: Sequence[Entry], *, draft: bool) -> Mapping[str, object]:
    """The values of the page template, but for the HTML of the text."""
    settings = review.settings
    words, bibtex = words_of(settings.language), bibtex_of(review.bibliography)
    return {
        "title": settings.title,
        "subtitle": settings.subtitle,
        "authors": settings.authors,
        "language": settings.language,
        "version": settings.version,
        "data_date": settings.data_date,
        "search": _search(review.evidence, words) if review.evidence else "",
        "kind": settings.kind,
        "statement": settings.statement,
        "licence": settings.licence,
        "keywords": settings.keywords,
        "contents": contents_lines(contents),
        "words": words,
        "date": words.day(settings.data_date),
        "citation": citation(settings, words),
        "scholarly": tuple(citation_tags(settings)),
        "linked_data": linked_data(settings),
        "bibtex": data_address("text/x-bibtex", bibtex) if bibtex else "",
        "draft": draft,
    }


def _search(evidence: Evidence, words: Words) -> str:
    """When was searched, and that no database was, as far as the log says it."""
    log = ScreeningLog(evidence.screening)
    when = f"{words.search_date} {words.day(log.last_search) or words.not_recorded}"
    return when if log.searched_databases or not log.entries else f"{when}; {words.no_database}"


def contents_lines(entries: Sequence[Entry]) -> tuple[Line, ...]:
    """Chapters and their sections, nested."""
    lines = listed(entries)
    starts = [index for index, entry in enumerate(lines) if entry.level == 1] + [len(lines)]
    return tuple(_line(lines[start], lines[start + 1 : end]) for start, end in pairwise(starts))


def _line(entry: Entry, children: Sequence[Entry]) -> Line:
    number = f'<span class="section-number">{entry.number}</span> ' if entry.number else ""
    return Line(entry.id, number + escape(entry.title), tuple(_line(child, ()) for child in children))
