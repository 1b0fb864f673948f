"""The whole document before citations are formatted: everything placed, linked and numbered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportkit.assemble.citations import CitingPlace, mark_citing_places
from reportkit.assemble.cross_references import resolve_cross_references
from reportkit.assemble.evidence_index import evidence_index
from reportkit.assemble.outline import Entry, outline
from reportkit.assemble.placement import BuiltItem, place_items
from reportkit.assemble.references import reference_section
from reportkit.assemble.sanitise import sanitise
from reportkit.assemble.ties import TiePlace, link_ties
from reportkit.assemble.tree import Nodes, words
from reportkit.model.evidence import Evidence
from reportkit.model.review import Review


@dataclass(frozen=True)
class Manuscript:
    """The document tree with its contents list and the places that link into and out of it."""

    blocks: Nodes
    contents: tuple[Entry, ...]
    citing_places: tuple[CitingPlace, ...]
    ties: tuple[TiePlace, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The headings and sentences that the toolkit itself adds to a document."""

    references: str = "References"
    evidence_index: str = "Evidence index"
    evidence_intro: str = (
        "Every linked number in this document leads here: what the source printed, where it was read, "
        "and where it is used."
    )


def assemble(
    review: Review, chapters: Sequence[Nodes], built: Mapping[str, BuiltItem], wording: Wording
) -> Manuscript:
    """Join chapters that pandoc has read into one tree, ready for the citation processor."""
    numbered = outline([sanitise(blocks) for blocks in chapters])
    text = [block for blocks in numbered.chapters for block in blocks]
    placed, item_labels = place_items(text, built)
    linked = resolve_cross_references(placed, {**numbered.labels, **item_labels})
    evidence = review.evidence or Evidence()
    tied, ties = link_ties(linked, evidence.results_by_id.keys())
    closing = _closing(evidence, ties, wording)
    marked, places = mark_citing_places([*tied, *closing], review.bibliography.sound.keys())
    contents = (*numbered.entries, *_closing_entries(ties, wording))
    return Manuscript(marked, contents, places, ties)


def _closing(evidence: Evidence, ties: Sequence[TiePlace], wording: Wording) -> Nodes:
    index = (
        evidence_index(evidence, ties, wording.evidence_index, words(wording.evidence_intro)) if ties else []
    )
    return [*reference_section(wording.references), *index]


def _closing_entries(ties: Sequence[TiePlace], wording: Wording) -> tuple[Entry, ...]:
    references = Entry("references", wording.references, "", 1)
    index = Entry("evidence-index", wording.evidence_index, "", 1)
    return (references, index) if ties else (references,)
