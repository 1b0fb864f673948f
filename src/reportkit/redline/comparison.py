"""Two editions of a review compared: the text, its references and the evidence behind it."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportkit.assemble.manuscript import Manuscript
from reportkit.assemble.tree import Nodes
from reportkit.model.review import Review
from reportkit.model.settings import Settings
from reportkit.redline.changes import Change, changes_of
from reportkit.redline.conclusions import TouchedConclusion, touched_conclusions
from reportkit.redline.evidence import EvidenceRedline, compare_evidence
from reportkit.redline.merging import merge_blocks
from reportkit.redline.records import FieldChange, Records, changed_fields, text_of
from reportkit.redline.references import cited, compare_references

_TITLE_BLOCK = (
    "title",
    "subtitle",
    "kind",
    "version",
    "data_date",
    "authors",
    "statement",
    "licence",
    "keywords",
)
_INDEX = "evidence-index"


@dataclass(frozen=True)
class Edition:
    """A review at one time, under the name by which it was asked for."""

    name: str
    review: Review
    manuscript: Manuscript


@dataclass(frozen=True)
class Redline:
    """All that differs between two editions; `blocks` is the text of both with marks in it."""

    before: Edition
    now: Edition
    title_block: tuple[FieldChange, ...]
    blocks: Nodes
    changes: tuple[Change, ...]
    references: Records
    evidence: EvidenceRedline
    conclusions: tuple[TouchedConclusion, ...]

    @property
    def unread(self) -> Mapping[str, int]:
        """How many places of each edition could not be read, and so were not compared."""
        counts = {edition.name: len(edition.review.all_faults) for edition in (self.before, self.now)}
        return {name: count for name, count in counts.items() if count}


def compare(before: Edition, now: Edition) -> Redline:
    """Compare two editions; the index of evidence is left to the comparison of the evidence itself."""
    blocks = merge_blocks(*(_without_index(edition.manuscript.blocks) for edition in (before, now)))
    evidence = compare_evidence(before.review, now.review)
    return Redline(
        before,
        now,
        changed_fields(_title_block(before.review.settings), _title_block(now.review.settings)),
        blocks,
        changes_of(blocks),
        compare_references(
            before.review.bibliography,
            now.review.bibliography,
            cited(before.manuscript),
            cited(now.manuscript),
        ),
        evidence,
        touched_conclusions(before.review, now.review, evidence),
    )


def _title_block(settings: Settings) -> Mapping[str, str]:
    names = {name: getattr(settings, name) for name in _TITLE_BLOCK}
    names["authors"] = tuple(author.name for author in settings.authors)
    return {name.replace("_", " "): text_of(value) for name, value in names.items()}


def _without_index(blocks: Nodes) -> Nodes:
    heads = (i for i, block in enumerate(blocks) if block["t"] == "Header" and block["c"][1][0] == _INDEX)
    return blocks[: next(heads, len(blocks))]
