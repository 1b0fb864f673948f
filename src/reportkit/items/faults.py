"""What an item file asks for that its builder or the evidence does not have."""

from collections.abc import Iterator, Mapping

from reportkit.items.builders import Builder, Made
from reportkit.items.options import listed, matches, misfits, records, words
from reportkit.items.texts import texts_of, tied_rows, unfilled_rows
from reportkit.measures.near import did_you_mean
from reportkit.model.diagnostic import Fault
from reportkit.model.evidence import Evidence
from reportkit.model.items import Item

_BY_ROW = ("labels", "remarks")  # options whose keys are row ids or patterns


def item_faults(
    item: Item, builders: Mapping[str, Builder[Made]], evidence: Evidence | None
) -> Iterator[Fault]:
    """An unknown builder; else unknown options, values of another shape, and rows that are not there.

    Rows are looked for only where there is evidence to look in.
    """
    builder = builders.get(item.builder)
    if builder is None:
        yield _fault(item, f"no builder `{item.builder}`", f"Use one of {', '.join(builders)}.")
        return
    for name, message in misfits(item, builder.options):
        yield _fault(item, message, _hint(name, builder.options))
    if evidence:
        yield from _row_faults(item, evidence)


def _fault(item: Item, message: str, hint: str) -> Fault:
    """A fault of an item file as a whole."""
    return Fault("TAB003", message, item.location, hint, item.id)


def _row_faults(item: Item, evidence: Evidence) -> Iterator[Fault]:
    texts = tuple(texts_of(item))
    for row in dict.fromkeys(row for text in texts for row in tied_rows(text)):
        if row not in evidence.results_by_id:
            hint = did_you_mean(row, evidence.results_by_id) or "Correct the id."
            yield _fault(item, f"the evidence has no row `{row}`", hint)
    for pattern in _idle_patterns(item, evidence):
        yield _fault(item, f"`{pattern}` fits none of the item's rows", "Correct or remove it.")
    for row in (row for text in texts for row in unfilled_rows(text, evidence)):
        yield _fault(item, f"row `{row}` has no number for the empty brackets", "Name another `field=`.")


def _idle_patterns(item: Item, evidence: Evidence) -> Iterator[str]:
    """Patterns of groups, remarks and labels that no row of the item answers to."""
    shown = [result.id for result in evidence.select(item.rows)]
    grouped = (pattern for group in records(item, "groups") for pattern in listed(group.get("rows")))
    keyed = (pattern for name in _BY_ROW for pattern in words(item, name))
    return (p for p in (*grouped, *keyed) if not any(matches(name, [p]) for name in shown))


def _hint(name: str, known: Mapping[str, object]) -> str:
    if name in known:
        return "Correct its value."
    return did_you_mean(name, known) or f"Its options are {', '.join(sorted(known))}."
