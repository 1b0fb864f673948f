"""The bibliographies that documents name at their head."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from reportkit.adapters.yaml_nodes import Mapping, plain_value, read_mapping
from reportkit.model.chapter import Chapter
from reportkit.model.location import SourceText


def named_bibliographies(root: Path, chapters: Iterable[Chapter]) -> tuple[str, ...]:
    """The files under `bibliography:`, each once, as seen from the root.

    A name counts from the folder of its document or else, as for pandoc, from the root.
    """
    found = (_place(root, chapter, name) for chapter in chapters for name in _names(chapter))
    return tuple(dict.fromkeys(found))


def _names(chapter: Chapter) -> Iterator[str]:
    for entry in chapter.scan.metadata:
        if entry.key == "bibliography":
            written = chapter.source.text[entry.span.start : entry.span.end]
            node = read_mapping(SourceText(chapter.filename, written))
            value = plain_value(node.pairs[0][1]) if isinstance(node, Mapping) and node.pairs else None
            names = value if isinstance(value, list) else [value]
            yield from (name for name in names if name and isinstance(name, str))


def _place(root: Path, chapter: Chapter, name: str) -> str:
    beside = str(PurePosixPath(chapter.filename).parent / name)
    return name if (root / name).is_file() and not (root / beside).is_file() else beside
