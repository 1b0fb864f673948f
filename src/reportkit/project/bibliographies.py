"""Which bibliographies are meant, and what they hold."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reportkit.adapters.bibtex import read_bibliography
from reportkit.adapters.csl import SUFFIXES, read_csl_keys
from reportkit.adapters.files import has_name, is_file, read_leniently
from reportkit.adapters.front_matter import Naming, named_by_books, named_by_documents, shelves
from reportkit.adapters.generated import is_generated
from reportkit.model.bibliography import Bibliography
from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Fault
from reportkit.rules.reading.addresses import is_address
from reportkit.rules.reading.metadata import own_references


def needs_bibliography(chapters: Iterable[Chapter]) -> bool:
    """Whether anything is cited, but for what Manubot looks up itself and what documents list themselves."""
    return any(chapter.scan.citations for chapter in _in_need(chapters))


def _in_need(chapters: Iterable[Chapter]) -> Iterator[Chapter]:
    for chapter in chapters:
        if chapter.flavor != "manubot" and not own_references(chapter.scan):
            yield chapter


def not_missed(bibliography: Bibliography) -> Bibliography:
    """The references of a review that cites nothing: it may well have none."""
    return replace(bibliography, faults=tuple(f for f in bibliography.faults if f.code != "RKT004"))


def named_bibliographies(root: Path, chapters: Sequence[Chapter], usual: Sequence[str]) -> Bibliography:
    """The references of the files that texts name, or else of those that usually have them."""
    namings = (*named_by_documents(root, chapters), *named_by_books(root, chapters))
    names = [naming.bibliography for naming in namings] or usual
    if not namings and not any(has_name(root, name) for name in names):
        return _unnamed(chapters)
    return read_bibliographies(root, names, namings, chapters)


def read_bibliographies(
    root: Path, names: Iterable[str], namings: Sequence[Naming] = (), chapters: Sequence[Chapter] = ()
) -> Bibliography:
    """The references of all files; what keeps a file from being read is a fault among those of the others.

    A file that a document will write, or that lies on the web, is not missed.
    """
    wanted = list(dict.fromkeys(names))
    elsewhere = {name: why for name in wanted if (why := _elsewhere(root, name, chapters))}
    files = [read_leniently(root, name, "RKT004") for name in wanted if name not in elsewhere]
    sources = [source for source, _ in files if source]
    others = tuple(source for source in sources if source.filename.endswith(SUFFIXES))
    own = [source for source in sources if source not in others]
    bibliography = read_bibliography(own, shelves(namings))
    read = [read_csl_keys(source) for source in others]
    unread = [fault for _, faults in files for fault in faults]
    flawed = (fault for _, faults in read for fault in faults)
    return replace(
        bibliography,
        faults=(*(_as_named(fault, namings) for fault in unread), *flawed, *bibliography.faults),
        csl_keys=frozenset().union(*(keys for keys, _ in read)),
        csl_sources=others,
        elsewhere=tuple(elsewhere.items()),
    )


def _elsewhere(root: Path, name: str, chapters: Sequence[Chapter]) -> str:
    """Why the entries of a file cannot be known here, nothing where they can."""
    if is_address(name):
        return "it lies on the web, and nothing is fetched here"
    if not is_file(root, name) and is_generated(name, chapters):
        return "a chunk writes it when the document is made"
    return ""


def _as_named(fault: Fault, namings: Iterable[Naming]) -> Fault:
    """What keeps a file from being read, told where a document names it."""
    name = fault.location.filename
    place = next((naming.location for naming in namings if naming.bibliography == name), None)
    if place is None or fault.code != "RKT004":
        return fault
    shown = f"`{name}`" if name.isprintable() else "a bibliography of this name"
    return replace(fault, message=f"{shown}: {fault.message}", location=place, subject=name)


def _unnamed(chapters: Iterable[Chapter]) -> Bibliography:
    """Where texts cite and name no bibliography, that is told at the first citation.

    Only brackets tell a citation: a sign before a word may be the name of an account.
    """
    cited = ((c, group) for c in _in_need(chapters) for group in c.scan.groups if group.bracketed)
    chapter, group = next(cited, (None, None))
    if chapter is None or group is None:
        return Bibliography()
    place = chapter.locate(group.span)
    hint = "Write `bibliography: refs.bib` at the head of the document, or name one with `--bibliography`."
    return Bibliography(faults=(Fault("RKT004", "this is cited, and no bibliography is named", place, hint),))
