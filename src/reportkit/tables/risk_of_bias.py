"""Risk of bias of the studies by one tool: a word and a shape for each domain, never a colour alone.

The item's option `tool` names the tool, whose domains are the columns; `studies` may name the studies. What
nobody judged is said to be not assessed, and the reason of each judgement stands in a lettered note.
"""

from collections.abc import Iterable, Sequence

from reportkit.items.inlines import escape
from reportkit.items.options import Shape, matches, text, texts
from reportkit.model.bias import TOOLS, BiasAssessment, Tool
from reportkit.model.certainty import MACHINE
from reportkit.model.evidence import Evidence
from reportkit.model.items import Cell, Group, Item, Table
from reportkit.model.review import Review
from reportkit.tables._heads import Head, columns
from reportkit.tables._notes import Notes, who_judged

OPTIONS = {"studies": Shape.TEXTS, "tool": Shape.TEXT}

_NOT_ASSESSED = "– not assessed"
_MARKS = {
    "low": "○",
    "yes": "○",
    "some concerns": "△",
    "moderate": "△",
    "unclear": "△",
    "high": "▲",
    "serious": "▲",
    "no": "▲",
    "critical": "■",
    "no information": "□",
    "not applicable": "–",
}


def build(item: Item, review: Review) -> Table:
    """The table of the studies that the item's tool was applied to."""
    evidence = review.evidence or Evidence()
    tool, patterns = text(item, "tool"), texts(item, "studies") or ("*",)
    assessed = [one for one in evidence.bias if one.tool == tool and matches(one.study, patterns)]
    domains, notes = _domains(TOOLS.get(tool, Tool(())), assessed), Notes()
    rows = tuple(_row(one, domains, evidence, notes) for one in assessed)
    heads = (Head("Study", 16), *(Head(_capital(domain), 14) for domain in domains), Head("Overall", 13))
    proposed = who_judged(one.judged_by for one in assessed)
    groups = (Group("", rows),) if rows else ()
    return Table(item.id, item.caption, columns(heads), groups, (*notes.lines(), *proposed, *item.notes))


def _domains(tool: Tool, assessed: Iterable[BiasAssessment]) -> Sequence[str]:
    """Those of the tool, or those that were judged where it leaves them open."""
    judged = dict.fromkeys(domain.name for one in assessed for domain in one.domains)
    return tool.domains or tuple(judged)


def _row(one: BiasAssessment, domains: Sequence[str], evidence: Evidence, notes: Notes) -> tuple[Cell, ...]:
    study = evidence.studies_by_id.get(one.study)
    judged = {domain.name: domain for domain in one.domains}
    cells = (
        _cell(found.judgement, one, notes.mark(_sentence(found.reason)))
        if (found := judged.get(domain))
        else Cell(_NOT_ASSESSED)
        for domain in domains
    )
    overall = _cell(one.overall, one, "") if one.overall else Cell(_NOT_ASSESSED)
    return Cell(escape(study.name if study else one.study)), *cells, overall


def _cell(judgement: str, one: BiasAssessment, mark: str) -> Cell:
    proposed = "\\*" if one.judged_by == MACHINE else ""
    return Cell(f"{_MARKS.get(judgement, '')} {escape(judgement)}{proposed}{mark}".strip())


def _sentence(reason: str) -> str:
    return f"{escape(_capital(reason.rstrip('.')))}." if reason else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
