"""Reading a whole review from its files."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from reportkit.adapters.bibtex import read_bibliography
from reportkit.adapters.chapters import chapter_paths, markdown_paths, read_chapters
from reportkit.adapters.csl import SUFFIXES, read_csl_keys
from reportkit.adapters.evidence import read_evidence, read_item_files
from reportkit.adapters.files import read_leniently
from reportkit.adapters.front_matter import named_by_books, named_by_documents
from reportkit.adapters.images import missing_images
from reportkit.adapters.links import missing_includes, missing_links
from reportkit.adapters.settings import read_settings
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
    declared = () if chapters is None else (*named_by_documents(root, read), *named_by_books(root, read))
    references = _bibliography(root, bibliography or declared or settings.bibliography)
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
    return any(
        chapter.scan.citations
        for chapter in chapters
        if chapter.flavor != "manubot" and not own_references(chapter.scan)
    )


def _chapter_paths(
    root: Path, folder: str, named: Sequence[str] | None
) -> tuple[tuple[str, ...], tuple[Fault, ...]]:
    """The chapters of the folder, or those that are named, whose names may be any."""
    return chapter_paths(root, folder) if named is None else (markdown_paths(root, named), ())


def _not_missed(bibliography: Bibliography) -> Bibliography:
    """The references of a review that cites nothing: it may well have none."""
    return replace(bibliography, faults=tuple(f for f in bibliography.faults if f.code != "RKT004"))


def _bibliography(root: Path, names: Iterable[str]) -> Bibliography:
    """The references of all files; what keeps a file from being read is a fault among those of the others."""
    files = [read_leniently(root, name, "RKT004") for name in dict.fromkeys(names)]
    sources = [source for source, _ in files if source]
    others = tuple(source for source in sources if source.filename.endswith(SUFFIXES))
    bibliography = read_bibliography([source for source in sources if source not in others])
    read = [read_csl_keys(source) for source in others]
    unread = (fault for _, faults in (*files, *read) for fault in faults)
    return replace(
        bibliography,
        faults=(*unread, *bibliography.faults),
        csl_keys=frozenset().union(*(keys for keys, _ in read)),
        csl_sources=others,
    )
