"""Cells about studies."""

from reportkit.items.inlines import LINE_BREAK, cite, escape
from reportkit.items.options import matches, texts, words
from reportkit.model.evidence import Evidence, Study
from reportkit.model.items import Cell, Item

NOT_STATED = "not stated"


def shown_studies(item: Item, evidence: Evidence) -> tuple[Study, ...]:
    """The studies an item names, in file order; without names all, and never one that is context."""
    patterns = texts(item, "studies") or ("*",)
    return tuple(s for s in evidence.studies if not s.context and matches(s.id, patterns))


def name_cell(study: Study) -> Cell:
    """The name with the primary reports, or with the first report where none is primary."""
    primary = [report.reference for report in study.reports if report.role == "primary"]
    cited = cite(primary or [report.reference for report in study.reports[:1]])
    return Cell(f"{escape(study.name)} {cited}".strip())


def age_cell(study: Study, item: Item) -> Cell:
    """The ages, and the item's words for evidence that is indirect because of them."""
    age = escape(study.age) or NOT_STATED
    indirect = words(item, "indirect").get(study.age_group)
    return Cell(f"{age}{LINE_BREAK}**{indirect}**" if indirect else age)


def registration_cell(study: Study) -> Cell:
    """The registration numbers, or why there are none."""
    if study.registrations:
        return Cell(escape(", ".join(study.registrations)))
    return Cell(escape(": ".join(filter(None, ("none recorded", study.no_registration)))))


def plain_cell(*phrases: str) -> Cell:
    """Phrases of the evidence, one behind the other."""
    return Cell("; ".join(escape(phrase) for phrase in dict.fromkeys(phrases) if phrase) or NOT_STATED)


def not_reported(study: Study) -> str:
    """That a study has no result on its primary outcome, and why; nothing where it has one."""
    if not study.not_reported:
        return ""
    return f"primary outcome ({study.primary_outcome}) not reported: {study.not_reported}"
