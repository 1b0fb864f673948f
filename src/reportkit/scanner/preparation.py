"""What tools do to a chapter before pandoc reads it: code is run, marks are filled in."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportkit.scanner.chunks import ChunkLines, chunk_lines
from reportkit.scanner.computed import Computed
from reportkit.scanner.flavors import Flavor
from reportkit.scanner.fragment import Cut, Fragment
from reportkit.scanner.templates import template_marks


class Prepared(NamedTuple):
    """What pandoc reads of a chapter, and the chunks that were taken out."""

    fragment: Fragment
    chunks: list[Computed]


def prepared(text: str, flavor: Flavor) -> Prepared:
    """A chapter as the tools of a flavour hand it to pandoc."""
    found = list(chunk_lines(text)) if flavor.chunks else []
    chunks = [Computed(text, lines, flavor) for lines in found]
    cuts = [cut for lines, chunk in zip(found, chunks, strict=True) for cut in _cuts(lines, chunk)]
    return Prepared(
        Fragment.of_chapter(text, list(_apart([*cuts, *template_marks(text, flavor.fills_in)]))), chunks
    )


def _cuts(lines: ChunkLines, chunk: Computed) -> Iterator[Cut]:
    """The whole chunk, or its fences alone if its content is Markdown."""
    if chunk.is_prose:
        yield Cut(lines.start, lines.options[1] + 1)
        yield Cut(lines.closing, lines.end)
    else:
        yield Cut(lines.start, lines.end)


def _apart(cuts: Iterable[Cut]) -> Iterator[Cut]:
    """Cuts in order; one that reaches into another is left out."""
    end = 0
    for cut in sorted(cuts):
        if cut.start >= end:
            yield cut
            end = cut.end
