"""What the end points of shown studies count as an event, said once below a table or figure."""

from collections.abc import Iterable, Iterator

from reportkit.items.inlines import escape
from reportkit.model.evidence import Evidence, Result


def definitions_of(results: Iterable[Result], evidence: Evidence) -> Iterator[str]:
    """A line of Markdown for each definition of an outcome that is shown, shared by studies with the same."""
    names: dict[tuple[str, str], list[str]] = {}
    for study_id, outcome in dict.fromkeys((result.study, result.outcome) for result in results):
        study = evidence.studies_by_id.get(study_id)
        for definition in study.definitions if study else ():
            if definition.outcome == outcome:
                names.setdefault((outcome, definition.text), []).append(escape(study.name if study else ""))
    for (outcome, text), studies in names.items():
        yield f"{escape(outcome)} in {' and '.join(studies)}: {escape(text)}."
