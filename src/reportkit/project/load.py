"""Reading a whole review from its files."""

from collections.abc import Sequence
from pathlib import Path

from reportkit.adapters.chapters import chapter_paths, read_chapters
from reportkit.adapters.evidence import read_evidence, read_item_files
from reportkit.adapters.images import missing_images
from reportkit.adapters.links import missing_includes, missing_links
from reportkit.adapters.settings import read_settings
from reportkit.adapters.texts import markdown_paths
from reportkit.model.diagnostic import Fault
from reportkit.model.review import Review
from reportkit.project.bibliographies import (
    named_bibliographies,
    needs_bibliography,
    not_missed,
    read_bibliographies,
)
from reportkit.project.locks import with_locks


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
    if chapters is None or bibliography:
        references = read_bibliographies(root, bibliography or settings.bibliography)
    else:
        references = named_bibliographies(root, read, settings.bibliography)
    needed = bibliography or evidence is not None or needs_bibliography(read)
    review = Review(
        settings=settings,
        chapters=read,
        bibliography=references if needed else not_missed(references),
        evidence=evidence,
        items=items,
        missing_images=missing_images(root, read),
        missing_links=missing_links(root, read),
        faults=(*setting_faults, *name_faults, *chapter_faults, *item_faults, *missing_includes(root, read)),
    )
    return with_locks(root, review)


def _chapter_paths(
    root: Path, folder: str, named: Sequence[str] | None
) -> tuple[tuple[str, ...], tuple[Fault, ...]]:
    """The chapters of the folder, or those that are named, whose names may be any."""
    return chapter_paths(root, folder) if named is None else markdown_paths(root, named)
