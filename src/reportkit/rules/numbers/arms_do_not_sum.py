"""Arms that do not add up to their trial.

## Why it matters

Every patient who is randomised is in one arm. Where the arms add up to more or fewer, a number is wrong, or
patients were left out without a word.

The rule looks at sums (`40 + 39 = 80`, `40 + 39 of 80`); at sentences about randomised, assigned or allocated
patients that give the size of each arm (`(n = 40)`, `40 to a cast`); at heads of a table such as
`All (N = 80)` beside those of the arms; and at rows of a contrast whose arms are declared. A sentence that
speaks of patients who were excluded, lost or withdrawn passes, and so does one whose numbers are far apart:
they mean something else.

## Flagged

```markdown chapters/10-results.md
# Results

In all, 80 children were randomised to a cast (n = 40) or a brace (n = 39) [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
chapters/10-results.md:3:9: NUM011 40 + 39 is 79, not 80
```

## Passes

```markdown chapters/10-results.md
# Results

In all, 80 children were randomised to a cast (n = 40) or a brace (n = 39); one was excluded [@nguyen2021].
```

## Known false positives

A third arm that the sentence does not name.

## Fix

Look the numbers up, or say who is missing.
"""

import re
from collections.abc import Iterator, Sequence

from reportkit.measures.numerals import value_of
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.evidence import Evidence, Result
from reportkit.model.location import Span
from reportkit.model.review import Review
from reportkit.rules.reading.markdown_tables import TableInText, group_size, tables_in_text
from reportkit.rules.reading.passages import Passage, passages
from reportkit.rules.reading.sentences import sentences
from reportkit.rules.rule import Risk, Rule

_N = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,7})(?![0-9.,]?[0-9]|\s?%)"
_SUM = re.compile(
    rf"(?<![+*/×=-]\s)(?<![\w.,+*/×=-])(?P<parts>{_N}(?:\s?\+\s?{_N}){{1,6}})\s?(?:=|of)\s?(?P<total>{_N})(?!\s?[+*/×=-])"
)
_DEALT = r"(?:randomi[sz]ed|randomly\s(?:assigned|allocated)|assigned|allocated)"
_PATIENTS = r"(?:\s[a-z-]+){0,3}\s(?:patients|children|participants|infants|adults|people|women|men|subjects)"
_TOTAL = re.compile(
    rf"(?<![/=]\s)(?<![\w.,/])(?P<total>{_N}){_PATIENTS}\swere\s(?:[a-z]+\s)?{_DEALT}\b"
    rf"|\b{_DEALT}\s(?P<after>{_N}){_PATIENTS}\b"
)
_PART = re.compile(
    rf"\(\s?[nN]\s?=\s?(?P<n>{_N})\s?\)|\b(?P<to>{_N})(?:\s[a-z]+)?\s(?:to|in)\s(?:the|an?|each|receive)\b"
)
_MISSING = re.compile(
    r"\b(?:exclu|lost|withdr|declin|drop|missing|never|without|ineligible|not\b|no\b|cross|other|remain|rest\b|who(?:m|se)?\b)",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:all|total|overall|both)\b", re.IGNORECASE)
_HINT = "Look the numbers up, or say who is missing."
_A_FEW = 10  # "1 + 1 = 3" is a saying
_NEAREST = 10  # arms that miss their trial by more than a tenth are something else


def check(review: Review) -> Iterator[Diagnostic]:
    """Sums and randomised patients in prose, heads of tables, then contrasts of the evidence."""
    for passage in passages(review):
        if "+" in passage.text:
            yield from _sums(passage)
        for sentence in sentences(passage.text) if re.search(_DEALT, passage.text) else ():
            yield from _dealt(passage, sentence)
    for table in tables_in_text(review):
        yield from _heads(table)
    if review.evidence:
        yield from _contrasts(review.evidence)


def _sums(passage: Passage) -> Iterator[Diagnostic]:
    for match in _SUM.finditer(passage.text):
        parts = [int(value_of(part)) for part in re.findall(_N, match["parts"])]
        if max(parts) >= _A_FEW:
            yield from _in_prose(passage, match.span("total"), parts)


def _dealt(passage: Passage, sentence: Span) -> Iterator[Diagnostic]:
    total = _TOTAL.search(passage.text, sentence.start, sentence.end)
    if total and not _MISSING.search(passage.text, sentence.start, sentence.end):
        place = total.span("total" if total["total"] else "after")
        found = list(_PART.finditer(passage.text, total.end(), sentence.end))
        sizes = [int(value_of(match["n"] or match["to"])) for match in found]
        if _is_near(sizes, int(value_of(passage.text[slice(*place)]))):
            yield from _in_prose(passage, place, sizes)


def _in_prose(passage: Passage, place: tuple[int, int], parts: Sequence[int]) -> Iterator[Diagnostic]:
    total = int(value_of(passage.text[slice(*place)]))
    quoted = passage.prose.offsets[place[0]] in passage.quoted
    if sum(parts) != total and not quoted:
        location = passage.chapter.locate(passage.prose.span(*place))
        yield RULE.diagnostic(location, _message(parts, total), _HINT)


def _heads(table: TableInText) -> Iterator[Diagnostic]:
    sizes = [(cell, size) for cell in table.head if (size := group_size(cell.text)) is not None]
    whole = [(cell, size) for cell, size in sizes if _ALL.search(cell.text)]
    parts = [size for cell, size in sizes if not _ALL.search(cell.text)]
    if len(whole) == 1 and sum(parts) != whole[0][1] and _is_near(parts, whole[0][1]):
        yield RULE.diagnostic(table.locate(whole[0][0]), _message(parts, whole[0][1]), _HINT)


def _contrasts(evidence: Evidence) -> Iterator[Diagnostic]:
    """Rows of a contrast beside the rows of all its arms about the same."""
    arms = {
        (study.id, contrast.id): contrast.arms for study in evidence.studies for contrast in study.contrasts
    }
    totals = {(*_about(row), row.arm): row.total for row in evidence.results}
    for row in evidence.results:
        compared = arms.get((row.study, row.arm), ())
        sizes = [size for arm in compared if (size := totals.get((*_about(row), arm))) is not None]
        complete = len(sizes) == len(compared) and len(sizes) > 1
        if complete and row.total is not None and sum(sizes) != row.total:
            message = f"row `{row.id}`: {_message(sizes, row.total)}"
            yield RULE.diagnostic(row.cells.get("total", row.location), message, _HINT, row.id)


def _about(row: Result) -> tuple[str, ...]:
    return (row.study, row.cohort, row.outcome, row.timepoint, row.analysis_set)


def _is_near(parts: Sequence[int], total: int) -> bool:
    return len(parts) > 1 and abs(sum(parts) - total) * _NEAREST <= total


def _message(parts: Sequence[int], total: int) -> str:
    return f"{' + '.join(map(str, parts))} is {sum(parts)}, not {total}"


RULE = Rule(
    code="NUM011",
    name="arms-do-not-sum",
    severity=Severity.ERROR,
    needs=frozenset(),
    risk=Risk.MEDIUM,
    check=check,
    documentation=__doc__,
)
