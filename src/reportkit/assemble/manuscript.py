"""The whole document before citations are formatted: everything placed, linked and numbered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportkit.assemble.citations import CitingPlace, mark_citing_places
from reportkit.assemble.cross_references import resolve_cross_references
from reportkit.assemble.evidence_index import evidence_index, row_signs
from reportkit.assemble.outline import Entry, entries_of, outline
from reportkit.assemble.paragraphs import with_paragraph_ids
from reportkit.assemble.placement import BuiltItem, place_items
from reportkit.assemble.quotes import with_quotes
from reportkit.assemble.references import reference_section
from reportkit.assemble.ties import link_ties, with_signs
from reportkit.assemble.tree import Nodes
from reportkit.model.evidence import Evidence
from reportkit.model.languages import words_of
from reportkit.model.review import Review


@dataclass(frozen=True)
class Manuscript:
    """The document tree with its contents list and the places that cite."""

    blocks: Nodes
    contents: tuple[Entry, ...]
    citing_places: tuple[CitingPlace, ...]


def assemble(review: Review, chapters: Sequence[Nodes], built: Mapping[str, BuiltItem]) -> Manuscript:
    """Join chapters that were read and cleaned into one tree, ready for the citation processor."""
    words = words_of(review.settings.language)
    numbered = outline(with_paragraph_ids(chapters))
    text = [block for blocks in numbered.chapters for block in blocks]
    placed, item_labels = place_items(text, built, words)
    quoted = with_quotes(placed, words.quotes)
    linked = resolve_cross_references(quoted, {**numbered.labels(words), **item_labels})
    evidence = review.evidence or Evidence()
    tied, ties = link_ties(linked, evidence.results_by_id.keys())
    signed = with_signs(tied, ties, row_signs(evidence, ties))
    closing = [*reference_section(words), *(evidence_index(review, ties) if ties else ())]
    marked, places = mark_citing_places([*signed, *closing], review.bibliography.sound.keys())
    contents = (*numbered.entries, *entries_of(closing))
    return Manuscript(marked, contents, places)
