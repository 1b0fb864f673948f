"""What the cells of a result must agree with: identifiers, vocabularies and declared studies."""

from collections.abc import Mapping

from reportkit.adapters.results_row import ResultRow
from reportkit.adapters.studies import IDENTIFIER, IDENTIFIER_HINT
from reportkit.adapters.table_schema import Constraint
from reportkit.measures.near import did_you_mean
from reportkit.model.evidence import Measure, Study

_VOCABULARIES = {
    "measure": tuple(Measure),
    "unit": ("", "%", "ratio", "days", "weeks", "months", "years", "cycles", "patients", "events"),
    "tier": ("", "1", "2"),
}


def check_identifier(row: ResultRow, seen: Mapping[str, ResultRow]) -> None:
    """An id is there, well formed and no other row's."""
    name = row.text("id")
    if not name:
        row.note("TAB003", "the row has no id", "id", IDENTIFIER_HINT)
    elif not IDENTIFIER.fullmatch(name):
        row.note("TAB003", f"`{name}` cannot be an id", "id", IDENTIFIER_HINT)
    elif name in seen:
        first = seen[name].places["id"]
        row.note("TAB003", f"the id `{name}` is already used at {first}", "id", "Give each row its own id.")


def check_words(row: ResultRow, constraints: Mapping[str, Constraint]) -> None:
    """Cells keep to the vocabulary of the toolkit and to the constraints of the review's own schema."""
    for column, known in _VOCABULARIES.items():
        if (word := row.text(column)) not in known:
            hint = did_you_mean(word, known) or f"Known: {', '.join(filter(None, known))}."
            message = f"`{word}` is no {column}" if word else f"the row has no {column}"
            row.note("TAB003", message, column, hint)
    for column, constraint in constraints.items():
        text = row.text(column)
        if text and (objection := constraint.objection(text)):
            row.note("TAB003", f"`{text}` in column `{column}` {objection}", column, constraint.description)


def check_study(row: ResultRow, studies: Mapping[str, Study]) -> None:
    """The study of a row is declared, and declares the cohort and the arm or contrast."""
    name = row.text("study")
    study = studies.get(name)
    if not name:
        row.note("TAB003", "the row has no study", "study", "Write the id of a study in studies.yaml.")
    elif study is None:
        hint = did_you_mean(name, studies) or "Add the study to studies.yaml."
        row.note("TAB016", f"there is no study `{name}`", "study", hint)
    else:
        _check_declared(row, "cohort", [cohort.id for cohort in study.cohorts], study)
        _check_declared(row, "arm", [arm.id for arm in (*study.arms, *study.contrasts)], study)


def check_restated(row: ResultRow, rows: Mapping[str, ResultRow]) -> None:
    """The better row that a row refers to exists."""
    name = row.text("restated_by")
    if name and name not in rows:
        hint = did_you_mean(name, rows) or "Write the id of the row with the better source."
        row.note("TAB016", f"there is no row `{name}`", "restated_by", hint)


def _check_declared(row: ResultRow, column: str, known: list[str], study: Study) -> None:
    name = row.text(column)
    if name and name not in known:
        hint = did_you_mean(name, known) or f"Declare it under `{study.id}` in studies.yaml."
        row.note("TAB016", f"the study `{study.id}` has no {column} `{name}`", column, hint)
