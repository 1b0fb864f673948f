"""One entry of the evidence index, which is also the card of each number that rests on the row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportkit.assemble.citations import cite
from reportkit.assemble.references import back_links
from reportkit.assemble.tree import (
    Node,
    Nodes,
    definitions,
    div,
    link,
    of_class,
    plain,
    plain_text,
    span,
    strong,
    words,
)
from reportkit.items.cautions import cautions
from reportkit.items.readings import READINGS
from reportkit.measures.printed import interval, printed_numbers
from reportkit.measures.proportions import proportion
from reportkit.model.bibliography import Reference
from reportkit.model.evidence import Evidence, Measure, Result, Study
from reportkit.model.locks import Nature, Notice
from reportkit.model.review import Review
from reportkit.model.words import Words
from reportkit.rules.reading.addresses import is_address
from reportkit.rules.reading.notices import noticed
from reportkit.rules.reading.works import doi_of, pmid_of

PRINTED = "printed"
"""The class of the numbers of a row as its source printed them."""

_WITHOUT_INTERVAL = {Measure.COUNT, Measure.DIRECTION_ONLY, Measure.PERCENT_RANGE}
_NOTICED = {
    Nature.RETRACTION: "the report is retracted",
    Nature.CONCERN: "an expression of concern stands against the report",
    Nature.CORRECTION: "the report has a correction",
    Nature.REINSTATEMENT: "the report was reinstated",
}
_Fact = tuple[str, Nodes]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row with its sign and the anchors of the numbers that rest on it."""

    row: Result
    study: Study | None
    sign: str
    places: Sequence[str]


class Standings:
    """What is known of the reports behind the rows: their links, notices, and what replaced them."""

    def __init__(self, review: Review) -> None:
        self._references: Mapping[str, Reference] = review.bibliography.by_key
        self._notices: Mapping[str, Notice] = {r.key: notice for r, notice in noticed(review, *Nature)}
        self._looked_up = review.retractions.date if review.retractions else ""

    def address(self, key: str) -> tuple[str, str]:
        """Words and target of a link to a report, by the most lasting name that it has; or nothing."""
        if (reference := self._references.get(key)) is None:
            return "", ""
        if doi := doi_of(reference):
            return f"doi:{doi}", f"https://doi.org/{doi}"
        if pmid := pmid_of(reference):
            return f"PMID {pmid}", f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/"
        url = reference.text("url")
        return ("web page", url) if is_address(url) else ("", "")

    def words(self, key: str, study: Study | None) -> str:
        """The part that a report plays in its study, and whether it still stands."""
        report = study.report(key) if study else None
        role = f"{report.role.replace('-', ' ')} report" if report and report.role else ""
        return "; ".join(filter(None, (role, self._notice(key))))

    def successor(self, key: str, study: Study | None) -> str:
        """The key of the report that replaced this one, or nothing."""
        report = study.report(key) if study else None
        return report.superseded_by if report else ""

    def _notice(self, key: str) -> str:
        if notice := self._notices.get(key):
            return _NOTICED[notice.nature] + (f", {notice.date}" if notice.date else "")
        known = f"no retraction or correction known, {self._looked_up}"
        return known if self._looked_up else "retractions were not looked up"


def entry_of(entry: Entry, evidence: Evidence, standings: Standings, language: Words) -> Node:
    """The entry: what is printed, the facts about it, and where it is used."""
    row = entry.row
    value = [
        span(of_class("sign"), words(entry.sign)),
        {"t": "Space"},
        strong(words(printed_numbers(row))),
    ]
    facts = (*_content(row, entry.study), *_origin(row, entry.study, standings), *_trust(row, evidence))
    identity = [*words(row.id), {"t": "Space"}, back_links(entry.places, language.used)]
    return div(
        (f"ev-{row.id}", ("evidence-row",), ()),
        [
            div(of_class(PRINTED), [plain(value)]),
            definitions([_said(fact, language) for fact in facts if fact[1]]),
            div(of_class("row-id"), [plain(identity)]),
        ],
    )


def _said(fact: _Fact, language: Words) -> tuple[Nodes, Nodes]:
    """The fact, in the language of the document where it is a phrase of the toolkit."""
    name, content = fact
    text = plain_text(content)
    return words(language.say(name)), words(language.say(text)) if text in language.phrases else content


def _content(row: Result, study: Study | None) -> Iterator[_Fact]:
    """What the number says, and of whom."""
    yield "Study", words(study.name if study else row.study)
    yield "Arm", words((study.arm_label(row.arm) if study else row.arm) if row.arm else "")
    yield "Population", words(row.population)
    yield "Outcome", words(row.outcome)
    yield "Time", words(row.timepoint)
    yield "Analysed", words(f"{_patients(row)}; {row.analysis_set or 'analysis set not stated'}")
    if row.measure not in _WITHOUT_INTERVAL:
        yield "Interval", words(_printed_interval(row))
    if found := proportion(row):
        yield "Calculated", words(f"{found.percent}%, exact 95% interval {found.interval}%")
    yield "Caution", words(" ".join(cautions(row)))


def _patients(row: Result) -> str:
    """Events of total, as far as they are known."""
    if row.total is None:
        return f"{row.events} of a number not stated" if row.events is not None else "number not stated"
    return f"n = {row.total}" if row.events is None else f"{row.events}/{row.total}"


def _printed_interval(row: Result) -> str:
    if not (printed := interval(row)):
        return "none printed"
    return f"printed {printed}, level {f'{row.ci_level.text}%' if row.ci_level else 'not stated'}"


def _origin(row: Result, study: Study | None, standings: Standings) -> Iterator[_Fact]:
    """Where the number stands, where it was read, and whether the report still stands."""
    yield "Source", _source(row, standings)
    yield "Read in", _reading(row)
    successor = standings.successor(row.source, study)
    replaced = [*words("; replaced by "), cite(successor)] if successor else []
    yield "Report", [*words(standings.words(row.source, study)), *replaced]


def _source(row: Result, standings: Standings) -> Nodes:
    said, address = standings.address(row.source)
    linked = [{"t": "Space"}, link(of_class(), words(said), address)] if said else []
    quote = f", “{row.words}”" if row.words else ""
    place = words(f"{',' if said else ''} {row.locator}{quote}") if row.locator else []
    return [cite(row.source), *linked, *place]


def _reading(row: Result) -> Nodes:
    kind = words(row.source_kind.replace("_", " "))
    where = [link(of_class(), kind, row.seen_at)] if is_address(row.seen_at) else kind
    again = READINGS[row.recheck].words if row.recheck in READINGS else row.recheck.replace("_", " ")
    said = (f"tier {row.tier}" if row.tier else "", again)
    return [*where, *words("".join(f"; {part}" for part in said if part))]


def _trust(row: Result, evidence: Evidence) -> Iterator[_Fact]:
    """Who took the row from its source, who compared the two, and how sure one can be."""
    extraction, verification = evidence.extraction(row), evidence.verification(row)
    taken = f"{extraction.by}, {extraction.on or 'day not recorded'}" if extraction else "not recorded"
    yield "Extracted", words(taken)
    yield "Verified", words(f"{verification.by}, {verification.on}" if verification else "by no person")
    yield "Certainty", words(_certainty(row, evidence))
    scale = f"Grading scale: {row.grading_scale}." if row.grading_scale else ""
    yield "Note", words(" ".join(part for part in (scale, row.note) if part))


def _certainty(row: Result, evidence: Evidence) -> str:
    return ", ".join(dict.fromkeys(rated.words for rated in evidence.ratings(row))) or "not rated"
