"""What an item file asks for that its builder or the evidence does not have."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from reportkit.model.builders import Builder, Made
from reportkit.model.diagnostic import Fault
from reportkit.model.evidence import Evidence
from reportkit.model.items import Item
from reportkit.model.options import listed, matches, misfits, records, words

_TIED = re.compile(r"\{ev=(?:\"([^\"]*)\"|([\w.:-]+))")
_BY_ROW = ("labels", "remarks")  # options whose keys are row ids or patterns


def item_faults(
    item: Item, builders: Mapping[str, Builder[Made]], evidence: Evidence | None
) -> Iterator[Fault]:
    """An unknown builder; else unknown options, values of another shape, and rows that are not there.

    Rows are looked for only where there is evidence to look in.
    """
    builder = builders.get(item.builder)
    if builder is None:
        yield fault(item, f"no builder `{item.builder}`", f"Use one of {', '.join(builders)}.")
        return
    for name, message in misfits(item, builder.options):
        yield fault(item, message, _hint(name, builder.options))
    if evidence:
        yield from _row_faults(item, evidence)


def texts_of(item: Item) -> Iterator[str]:
    """Every text that an item file holds: caption, notes and all that its options say."""
    yield from (item.caption, *item.notes)
    yield from _strings(item.options)


def fault(item: Item, message: str, hint: str) -> Fault:
    """A fault of an item file as a whole."""
    return Fault("TAB003", message, item.location, hint, item.id)


def _row_faults(item: Item, evidence: Evidence) -> Iterator[Fault]:
    for row in dict.fromkeys(_tied_rows(item)):
        if row not in evidence.results_by_id:
            close = _near(row, evidence.results_by_id, "Correct the id.")
            yield fault(item, f"the evidence has no row `{row}`", close)
    for pattern in _idle_patterns(item, evidence):
        yield fault(item, f"`{pattern}` fits none of the item's rows", "Correct or remove it.")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def _tied_rows(item: Item) -> Iterator[str]:
    for text in texts_of(item):
        for found in _TIED.finditer(text):
            yield from (found[1] or found[2]).split()


def _idle_patterns(item: Item, evidence: Evidence) -> Iterator[str]:
    """Patterns of groups, remarks and labels that no row of the item answers to."""
    shown = [result.id for result in evidence.select(item.rows)]
    grouped = (pattern for group in records(item, "groups") for pattern in listed(group.get("rows")))
    keyed = (pattern for name in _BY_ROW for pattern in words(item, name))
    return (p for p in (*grouped, *keyed) if not any(matches(name, [p]) for name in shown))


def _hint(name: str, known: Mapping[str, object]) -> str:
    if name in known:
        return "Correct its value."
    return _near(name, known, f"Its options are {', '.join(sorted(known))}.")


def _near(name: str, known: Iterable[str], otherwise: str) -> str:
    close = get_close_matches(name, known, 1)
    return f"Did you mean `{close[0]}`?" if close else otherwise
