"""The evidence index: for every tied number its row, where it was read and where it is used."""

from collections.abc import Callable, Mapping, Sequence

from reportkit.assemble.references import back_links
from reportkit.assemble.ties import TiePlace
from reportkit.assemble.tree import (
    Node,
    Nodes,
    definitions,
    div,
    header,
    link,
    of_class,
    para,
    plain,
    strong,
    words,
)
from reportkit.items.cautions import cautions
from reportkit.items.readings import READINGS
from reportkit.measures.printed import printed_numbers
from reportkit.measures.proportions import proportion
from reportkit.model.evidence import Evidence, Result, Study

_INDEX = "evidence-index"
_INTRODUCTION = (
    "Every linked number in this document leads here: what the source printed, where it was read, and where "
    "it is used."
)
PRINTED = "printed"
"""The class of the numbers of a row as its source printed them."""


def evidence_index(evidence: Evidence, places: Sequence[TiePlace]) -> Nodes:
    """A section with one entry per row that a tied number names, by study and then in file order.

    Rows of studies that are not declared come last: a draft has them, too.
    """
    used = _used(places)
    title = header(1, (_INDEX, ("unnumbered", _INDEX), ()), words("Evidence index"))
    blocks: Nodes = [title, para(words(_INTRODUCTION))]
    tied = [row for row in evidence.results if row.id in used]
    for name in dict.fromkeys((*evidence.studies_by_id, *(row.study for row in tied))):
        study = evidence.studies_by_id.get(name)
        if rows := [row for row in tied if row.study == name]:
            heading = words(study.name if study else name)
            blocks.append(header(2, (f"{_INDEX}-{name}", ("unnumbered",), ()), heading))
            blocks += [_entry(row, study, evidence, used[row.id]) for row in rows]
    return blocks


def _used(places: Sequence[TiePlace]) -> Mapping[str, list[str]]:
    used: dict[str, list[str]] = {}
    for place in places:
        for row in dict.fromkeys(place.rows):
            used.setdefault(row, []).append(place.id)
    return used


def _entry(row: Result, study: Study | None, evidence: Evidence, places: Sequence[str]) -> Node:
    value = [strong(words(printed_numbers(row)))]
    contents = {name: fact(row, study) for name, fact in _FACTS.items()}
    contents["Extracted"] = _origin(row, evidence)
    facts = [(words(name), content) for name, content in contents.items() if content]
    identity = [*words(row.id), {"t": "Space"}, back_links(places, "Used:")]
    return div(
        (f"ev-{row.id}", ("evidence-row",), ()),
        [
            div(of_class(PRINTED), [plain(value)]),
            definitions(facts),
            div(of_class("row-id"), [plain(identity)]),
        ],
    )


def _who(row: Result, study: Study | None) -> Nodes:
    who = (study.name, study.arm_label(row.arm)) if study else (row.study, row.arm)
    return words("; ".join(part for part in (*who, row.population) if part))


def _what(row: Result, _: Study | None) -> Nodes:
    return words("; ".join(part for part in (row.outcome, row.timepoint, row.analysis_set) if part))


def _calculated(row: Result, _: Study | None) -> Nodes:
    found = proportion(row)
    return words(f"{found.percent}%, exact 95% interval {found.interval}%") if found else []


def _source(row: Result, _: Study | None) -> Nodes:
    quote = f", “{row.words}”" if row.words else ""
    place = words(f" {row.locator}{quote}") if row.locator else []
    return [_cite(row.source), *place]


def _reading(row: Result, _: Study | None) -> Nodes:
    kind = words(row.source_kind.replace("_", " "))
    is_address = row.seen_at.startswith(("https://", "http://"))
    where = [link(of_class(), kind, row.seen_at)] if is_address else kind
    again = READINGS[row.recheck].words if row.recheck in READINGS else row.recheck.replace("_", " ")
    said = (f"tier {row.tier}" if row.tier else "", again)
    return [*where, *words("".join(f"; {part}" for part in said if part))]


def _origin(row: Result, evidence: Evidence) -> Nodes:
    """Who took the row from its source, and whether a person has compared the two."""
    extraction, verification = evidence.extraction(row), evidence.verification(row)
    if extraction is None:
        return []
    day = extraction.on or "day not recorded"
    checked = (
        f"verified by {verification.by}, {verification.on}" if verification else "not verified by a person"
    )
    return words(f"{extraction.by}, {day}; {checked}")


def _caution(row: Result, _: Study | None) -> Nodes:
    return words(" ".join(cautions(row)))


def _note(row: Result, _: Study | None) -> Nodes:
    scale = f"Grading scale: {row.grading_scale}." if row.grading_scale else ""
    return words(" ".join(part for part in (scale, row.note) if part))


_FACTS: Mapping[str, Callable[[Result, Study | None], Nodes]] = {
    "Study": _who,
    "Outcome": _what,
    "Calculated": _calculated,
    "Source": _source,
    "Read in": _reading,
    "Caution": _caution,
    "Note": _note,
}


def _cite(key: str) -> Node:
    citation = {
        "citationId": key,
        "citationPrefix": [],
        "citationSuffix": [],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }
    return {"t": "Cite", "c": [[citation], words(f"[@{key}]")]}
