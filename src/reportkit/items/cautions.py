"""What a reader must be told beside a printed number."""

from collections.abc import Iterator

from reportkit.items.inlines import escape
from reportkit.items.options import text
from reportkit.model.evidence import Result
from reportkit.model.items import Item

_BASES = {
    "printed_value_derived_count": "The count is worked back from the printed percentage.",
    "printed_count_assumed_denominator": "The denominator is assumed; the source does not state it.",
    "third_party_count": "Count transcribed by a third party, not read in the report itself.",
    "printed_value_third_party_count": "Count transcribed by a third party, not read in the report itself.",
    "hr_inverted": "The source prints the reciprocal of this ratio.",
}
_INCONSISTENT = "The printed numbers do not agree: {}."
_SECOND_HAND = "Second-hand: a news item says so; the report itself was not read."


def cautions(result: Result) -> Iterator[str]:
    """One sentence for each reason not to take a result's numbers as read in its report."""
    if result.basis in _BASES:
        yield _BASES[result.basis]
    if result.printed_inconsistent:
        yield _INCONSISTENT.format(result.printed_inconsistent)
    if result.source_kind == "news_unconfirmed":
        yield _SECOND_HAND


def cautions_of(item: Item, result: Result) -> Iterator[str]:
    """The same as Markdown; the option `second_hand` has an item's own words for what is known from news."""
    own = {_SECOND_HAND: text(item, "second_hand")}
    return (own.get(caution) or escape(caution) for caution in cautions(result))
