"""Chapters as trees: whatever cannot be read or shown leaves a mark in its place."""

import re
from collections.abc import Iterable
from pathlib import Path

from reportkit.adapters.pandoc import read_markdown
from reportkit.assemble.sanitise import sanitise
from reportkit.assemble.tree import Node, Nodes, missing, para
from reportkit.errors import BuildError
from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Fault
from reportkit.project.formulas import with_formulas
from reportkit.project.images import embed_images

CACHE = Path(".reportkit")
_PLACE = re.compile(r"\s*(?:at )?\(?line (\d+),? column (\d+)\)?")


def chapter_blocks(root: Path, chapter: Chapter, faults: Iterable[Fault]) -> Nodes:
    """The blocks of a chapter, cleaned, with its images inside.

    What pandoc stumbles over is marked at the end of the chapter, which it may well be missing from.
    """
    try:
        tree = read_markdown(chapter.source.text, root / CACHE / "chapters")
    except BuildError as error:
        return [_mark(chapter, error.message)]
    blocks = embed_images(root, chapter.filename, sanitise(tree["blocks"]))
    remarks = [_mark(chapter, remark) for remark in tree["remarks"]]
    return [*_unread(chapter, faults), *with_formulas(blocks), *remarks]


def _unread(chapter: Chapter, faults: Iterable[Fault]) -> Nodes:
    """A mark for a file that is not text."""
    own = [fault for fault in faults if fault.location.filename == chapter.filename]
    return [para([missing(f"{f.location}: {f.message}")]) for f in own if not chapter.source.text]


def _mark(chapter: Chapter, remark: str) -> Node:
    """What pandoc says, with the place that it names put where a finding has it."""
    place = _PLACE.search(remark)
    start = f"{chapter.filename}:{place[1]}:{place[2]}" if place else chapter.filename
    return para([missing(f"{start}: {_PLACE.sub('', remark, count=1)}")])
