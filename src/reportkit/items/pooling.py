"""Pooling, which an item has to ask for: what it asks, and why it may be refused.

An item says `pool: {method: random-intercept-logistic, reason: …}`. Without it nothing is pooled.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from reportkit.items.options import Shape, words
from reportkit.measures.near import did_you_mean
from reportkit.measures.pooling import METHODS, Pooled, pool
from reportkit.measures.proportions import proportion
from reportkit.model.evidence import Evidence, Result, Study
from reportkit.model.items import Item

OPTION = {"pool": Shape.WORDS}
"""The option, for the builders that have it."""

TITLES: Mapping[str, str] = {
    "random-intercept-logistic": "random-intercept logistic model",
    "logit-hartung-knapp": "inverse variance of logits, Hartung–Knapp interval",
}
"""The methods in words."""

_BACK = "no way back to a proportion"
_NORMAL = "a normal interval has no width at 0 and 100%"
_FIXED = "studies without a common control do not share one proportion"
_REFUSED = {
    "freeman-tukey": _BACK,
    "double-arcsine": _BACK,
    "arcsine": _BACK,
    "normal": _NORMAL,
    "wald": _NORMAL,
    "raw": _NORMAL,
    "fixed": _FIXED,
    "common": _FIXED,
}
_FEWEST = 2


def pooled(item: Item, evidence: Evidence, level: Decimal) -> Pooled | None:
    """What the item's proportions say together; None where it is not asked for, refused or impossible."""
    if not asked(item) or any(refusals(item, evidence)):
        return None
    found = (proportion(row) for row in evidence.select(item.rows))
    return pool([(p.events, p.total) for p in found if p], method(item), level)


def asked(item: Item) -> bool:
    """Whether the item asks for pooling."""
    return bool(words(item, "pool"))


def method(item: Item) -> str:
    """The name of the method that it asks for."""
    return words(item, "pool").get("method", "").strip().lower().replace("_", "-").replace(" ", "-")


def reason(item: Item) -> str:
    """Why it asks."""
    return words(item, "pool").get("reason", "").strip()


def refusals(item: Item, evidence: Evidence) -> Iterator[str]:
    """Each reason not to pool what an item asks to be pooled; none where it does not ask."""
    if not asked(item):
        return
    yield from _of_request(item)
    rows = evidence.select(item.rows)
    if len(rows) < _FEWEST:
        yield "fewer than two rows are nothing to pool"
        return
    for row in rows:
        if proportion(row) is None:
            yield f"row `{row.id}` has no events and total of a proportion"
    yield from _of_families(rows, evidence)
    yield from _of_differences(rows, evidence)


def _of_request(item: Item) -> Iterator[str]:
    wanted = method(item)
    if wanted in _REFUSED:
        yield f"method `{wanted}`: {_REFUSED[wanted]}"
    elif wanted not in METHODS:
        meant = did_you_mean(wanted, METHODS) or f"The methods are {' and '.join(METHODS)}."
        yield f"method `{wanted}` is not known. {meant}" if wanted else f"no method is named. {meant}"
    if not reason(item):
        yield "no reason is given"


def _of_families(rows: Sequence[Result], evidence: Evidence) -> Iterator[str]:
    """Patients that would be counted twice: rows of one study, or of studies with one registration."""
    first: dict[str, Result] = {}
    for row in rows:
        study = evidence.studies_by_id.get(row.study)
        for name in (row.study, *(study.registrations if study else ())):
            other = first.setdefault(name, row)
            if other is not row:
                yield f"rows `{other.id}` and `{row.id}` are of one family, `{name}`"
                break


def _of_differences(rows: Sequence[Result], evidence: Evidence) -> Iterator[str]:
    """What differs between the rows or their studies and must not."""
    outcomes = dict.fromkeys(row.outcome for row in rows)
    if len(outcomes) > 1:
        yield f"outcomes differ: {_listed(outcomes)}"
    studies = [found for row in rows if (found := evidence.studies_by_id.get(row.study))]
    for name, told in _ALIKE.items():
        values = dict.fromkeys(told(study) for study in studies)
        if len(values) > 1:
            yield f"{name} differ: {_listed(values)}"


def _listed(values: Collection[str]) -> str:
    return "; ".join(value or "not stated" for value in values)


_ALIKE: Mapping[str, Callable[[Study], str]] = {
    "settings": lambda study: ", ".join(sorted(study.settings)),
    "designs": lambda study: study.design_type,
    "products": lambda study: study.product,
}
