"""Judgements about the evidence: `certainty.yaml` and `risk-of-bias.yaml`.

`certainty.yaml` is a list `certainty` of records with `id`, `comparison`, `population`, `outcome`, the rows
`relative`, `with` and `without`, `participants`, `randomised`, `ratings` (`{domain, step, reason}`),
`statement` and `judged_by`. `risk-of-bias.yaml` is a list `assessments` of records with `study`, `tool`,
`overall`, `domains` (`{name, judgement, reason}`) and `judged_by`; what was not judged is left out.
"""

from collections.abc import Collection, Iterator

from reportkit.adapters.yaml_records import Record, read_record
from reportkit.measures.near import did_you_mean
from reportkit.model.bias import TOOLS, BiasAssessment, BiasDomain, Tool
from reportkit.model.certainty import Certainty, Domain, Rating
from reportkit.model.diagnostic import Fault
from reportkit.model.location import SourceText

_CERTAINTY_KEYS = (
    *("id", "comparison", "population", "outcome", "relative", "with", "without", "participants"),
    *("randomised", "ratings", "statement", "judged_by"),
)
_STEPS = {"-2": -2, "-1": -1, "1": 1, "+1": 1, "2": 2, "+2": 2}


def read_certainty(source: SourceText) -> tuple[tuple[Certainty, ...], tuple[Fault, ...]]:
    """What is rated, and what is wrong with it."""
    file = read_record(source)
    if isinstance(file, Fault):
        return (), (file,)
    file.check_keys(["certainty"])
    return tuple(map(_certainty, file.records("certainty"))), tuple(file.faults)


def read_risk_of_bias(source: SourceText) -> tuple[tuple[BiasAssessment, ...], tuple[Fault, ...]]:
    """The assessments, and what is wrong with them."""
    file = read_record(source)
    if isinstance(file, Fault):
        return (), (file,)
    file.check_keys(["assessments"])
    return tuple(map(_assessment, file.records("assessments"))), tuple(file.faults)


def _certainty(record: Record) -> Certainty:
    record.check_keys(_CERTAINTY_KEYS)
    record.subject = record.required("id") or None
    return Certainty(
        id=record.text("id"),
        comparison=record.required("comparison"),
        population=record.text("population"),
        outcome=record.required("outcome"),
        relative=record.text("relative"),
        with_=record.text("with"),
        without=record.text("without"),
        participants=record.text("participants"),
        randomised=record.flag("randomised"),
        ratings=tuple(_ratings(record)),
        statement=record.required("statement"),
        judged_by=record.required("judged_by"),
        location=record.location,
    )


def _ratings(certainty: Record) -> Iterator[Rating]:
    for record in certainty.records("ratings"):
        record.check_keys(["domain", "step", "reason"])
        name, step, reason = record.required("domain"), record.required("step"), record.required("reason")
        _check_word(record, "domain", list(Domain))
        _check_word(record, "step", list(_STEPS))
        if name in set(Domain) and step in _STEPS:
            domain = Domain(name)
            if domain.raises != (_STEPS[step] > 0):
                record.note("TAB003", f"`{domain}` cannot {'lower' if domain.raises else 'raise'} it", "step")
            yield Rating(domain, _STEPS[step], reason)


def _assessment(record: Record) -> BiasAssessment:
    record.check_keys(["study", "tool", "overall", "domains", "judged_by"])
    record.subject = record.required("study") or None
    name = record.required("tool")
    _check_word(record, "tool", TOOLS)
    tool = TOOLS.get(name, Tool(()))
    _check_word(record, "overall", tool.judgements)
    return BiasAssessment(
        record.text("study"),
        name,
        record.text("overall"),
        tuple(_domains(record, tool)),
        record.required("judged_by"),
        record.location,
    )


def _domains(assessment: Record, tool: Tool) -> Iterator[BiasDomain]:
    """Those that are judged, each with its reason."""
    for record in assessment.records("domains"):
        record.check_keys(["name", "judgement", "reason"])
        name = record.required("name")
        if name and tool.domains and name not in tool.domains:
            hint = did_you_mean(name, tool.domains) or f"Its domains are {', '.join(tool.domains)}."
            record.note("TAB003", f"the tool has no domain `{name}`", "name", hint)
        record.required("judgement")
        _check_word(record, "judgement", tool.judgements)
        yield BiasDomain(name, record.text("judgement"), record.required("reason"))


def _check_word(record: Record, key: str, known: Collection[str]) -> None:
    word = record.text(key)
    if word and known and word not in known:
        record.note("TAB003", f"`{word}` is none of: {', '.join(known)}", key)
