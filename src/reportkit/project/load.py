"""Reading a whole review from its files."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reportkit.adapters.bibtex import read_bibliography
from reportkit.adapters.chapters import chapter_paths, read_chapters
from reportkit.adapters.csl import SUFFIXES, read_csl_keys
from reportkit.adapters.evidence import read_evidence, read_item_files
from reportkit.adapters.files import has_name, is_file, read_leniently
from reportkit.adapters.front_matter import Naming, is_address, named_by_books, named_by_documents, shelves
from reportkit.adapters.generated import is_generated
from reportkit.adapters.images import missing_images
from reportkit.adapters.links import missing_includes, missing_links
from reportkit.adapters.settings import read_settings
from reportkit.adapters.texts import markdown_paths
from reportkit.model.bibliography import Bibliography
from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Fault
from reportkit.model.review import Review
from reportkit.project.locks import with_locks
from reportkit.rules.reading.metadata import own_references


def load_review(
    root: Path,
    *,
    bibliography: Sequence[str] | None = None,
    chapters: Sequence[str] | None = None,
    flavor: str = "",
) -> Review:
    """Everything that the files of a project say.

    Bibliography files and chapters, or folders of them, can be named instead of those of the settings, and so
    can the flavour; named chapters may themselves say which bibliography is theirs.
    """
    settings, setting_faults = read_settings(root)
    paths, name_faults = _chapter_paths(root, settings.chapters, chapters)
    read, chapter_faults = read_chapters(root, paths, flavor or settings.flavor)
    items, item_faults = read_item_files(root, settings.evidence)
    evidence = read_evidence(root, settings.evidence)
    namings = () if chapters is None or bibliography else _namings(root, read)
    names = bibliography or [naming.bibliography for naming in namings] or settings.bibliography
    references = _bibliography(root, names, namings, read)
    if not (chapters is None or bibliography or namings or any(has_name(root, name) for name in names)):
        references = _or_unnamed(references, read)
    needed = bibliography or evidence is not None or needs_bibliography(read)
    review = Review(
        settings=settings,
        chapters=read,
        bibliography=references if needed else _not_missed(references),
        evidence=evidence,
        items=items,
        missing_images=missing_images(root, read),
        missing_links=missing_links(root, read),
        faults=(*setting_faults, *name_faults, *chapter_faults, *item_faults, *missing_includes(root, read)),
    )
    return with_locks(root, review)


def needs_bibliography(chapters: Iterable[Chapter]) -> bool:
    """Whether anything is cited, but for what Manubot looks up itself and what documents list themselves."""
    return any(chapter.scan.citations for chapter in _in_need(chapters))


def _in_need(chapters: Iterable[Chapter]) -> Iterator[Chapter]:
    for chapter in chapters:
        if chapter.flavor != "manubot" and not own_references(chapter.scan):
            yield chapter


def _chapter_paths(
    root: Path, folder: str, named: Sequence[str] | None
) -> tuple[tuple[str, ...], tuple[Fault, ...]]:
    """The chapters of the folder, or those that are named, whose names may be any."""
    return chapter_paths(root, folder) if named is None else markdown_paths(root, named)


def _not_missed(bibliography: Bibliography) -> Bibliography:
    """The references of a review that cites nothing: it may well have none."""
    return replace(bibliography, faults=tuple(f for f in bibliography.faults if f.code != "RKT004"))


def _namings(root: Path, chapters: Sequence[Chapter]) -> tuple[Naming, ...]:
    return (*named_by_documents(root, chapters), *named_by_books(root, chapters))


def _bibliography(
    root: Path, names: Iterable[str], namings: Sequence[Naming], chapters: Sequence[Chapter]
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


def _or_unnamed(bibliography: Bibliography, chapters: Iterable[Chapter]) -> Bibliography:
    """Where texts cite and name no bibliography, that is told at the first citation.

    Only brackets tell a citation: a sign before a word may be the name of an account.
    """
    cited = ((c, group) for c in _in_need(chapters) for group in c.scan.groups if group.bracketed)
    chapter, group = next(cited, (None, None))
    if chapter is None or group is None:
        return _not_missed(bibliography)
    place = chapter.locate(group.span)
    hint = "Write `bibliography: refs.bib` at the head of the document, or name one with `--bibliography`."
    fault = Fault("RKT004", "this is cited, and no bibliography is named", place, hint)
    return replace(bibliography, faults=(fault,))
