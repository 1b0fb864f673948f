"""The evidence index: for every tied number its row, where it was read and where it is used."""

from collections.abc import Mapping, Sequence

from reportkit.assemble.evidence_entry import Entry, Standings, entry_of
from reportkit.assemble.ties import TiePlace
from reportkit.assemble.tree import Nodes, header, para, words
from reportkit.model.evidence import Evidence, Result
from reportkit.model.languages import words_of
from reportkit.model.review import Review

_INDEX = "evidence-index"


def evidence_index(review: Review, places: Sequence[TiePlace]) -> Nodes:
    """A section with one entry per row that a tied number names, by study and then in file order."""
    evidence, language = review.evidence or Evidence(), words_of(review.settings.language)
    signs, used, standings = row_signs(evidence, places), _used(places), Standings(review)
    blocks: Nodes = [
        header(1, (_INDEX, ("unnumbered", _INDEX), ()), words(language.evidence_index)),
        para(words(language.evidence_introduction)),
    ]
    for name, rows in _by_study(evidence, places).items():
        study = evidence.studies_by_id.get(name)
        heading = words(study.name if study else name)
        blocks.append(header(2, (f"{_INDEX}-{name}", ("unnumbered",), ()), heading))
        entries = (Entry(row, study, signs[row.id], used[row.id]) for row in rows)
        blocks += [entry_of(entry, evidence, standings, language) for entry in entries]
    return blocks


def row_signs(evidence: Evidence, places: Sequence[TiePlace]) -> Mapping[str, str]:
    """E and a number for each tied row, in the order of the index."""
    rows = (row for rows in _by_study(evidence, places).values() for row in rows)
    return {row.id: f"E{number}" for number, row in enumerate(rows, 1)}


def _by_study(evidence: Evidence, places: Sequence[TiePlace]) -> Mapping[str, list[Result]]:
    """The tied rows of each study; rows of studies that are not declared come last, as a draft has them."""
    named = {row for place in places for row in place.rows}
    by_study: dict[str, list[Result]] = {name: [] for name in evidence.studies_by_id}
    for row in evidence.results:
        if row.id in named:
            by_study.setdefault(row.study, []).append(row)
    return {name: rows for name, rows in by_study.items() if rows}


def _used(places: Sequence[TiePlace]) -> Mapping[str, list[str]]:
    used: dict[str, list[str]] = {}
    for place in places:
        for row in dict.fromkeys(place.rows):
            used.setdefault(row, []).append(place.id)
    return used
