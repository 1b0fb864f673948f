"""The evidence database: studies, their reports and the results printed in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from enum import StrEnum
from fnmatch import fnmatchcase
from functools import cached_property
from hashlib import sha256

from reportkit.model.bias import BiasAssessment
from reportkit.model.certainty import Certainty
from reportkit.model.diagnostic import Fault
from reportkit.model.double_extraction import DoubleExtraction
from reportkit.model.location import Location, SourceText
from reportkit.model.screening import LogEntry
from reportkit.model.suppression import Suppression
from reportkit.model.versions import Version

_REMARKS = {"cells", "location", "note", "origin", "recheck", "restated_by"}


class Measure(StrEnum):
    """What kind of number a result is."""

    PROPORTION = "proportion"
    SURVIVAL = "survival"
    CUMULATIVE_INCIDENCE = "cumulative_incidence"
    HAZARD_RATIO = "hazard_ratio"
    ODDS_RATIO = "odds_ratio"
    MEDIAN_TIME = "median_time"
    RMST_DIFFERENCE = "rmst_difference"
    RISK_DIFFERENCE = "risk_difference"
    COUNT = "count"
    EVENTS_PER_CYCLE = "events_per_cycle"
    PERCENT_RANGE = "percent_range"
    DIRECTION_ONLY = "direction_only"


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as the source printed it, and its value; `bound` keeps a leading `<` or `>`."""

    text: str
    value: Decimal
    bound: str = ""

    @property
    def decimals(self) -> int:
        """Digits behind the decimal point."""
        exponent = self.value.as_tuple().exponent
        return -exponent if isinstance(exponent, int) and exponent < 0 else 0


@dataclass(frozen=True, slots=True)
class Arm:
    """A treatment group, cohort or contrast of a study; `arms` are those that a contrast compares."""

    id: str
    label: str
    arms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A publication about a study and the part it plays; `superseded_by` is the key of a later one.

    `follow_up` is the median follow-up that it gives, such as `26.3 months`.
    """

    reference: str
    role: str
    superseded_by: str = ""
    follow_up: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """What a report counts as an event of an end point, and from when."""

    outcome: str
    text: str


@dataclass(frozen=True, slots=True)
class Study:
    """A study family: everything that counts the same patients.

    `subset_of` and `pooled_in` name studies that count its patients, too. `not_reported` says why no result
    is there for the primary outcome.
    """

    id: str
    name: str
    context: bool
    design: str
    design_type: str
    randomised: bool
    settings: tuple[str, ...]
    age: str
    age_group: str
    disease: str
    line: str
    enrolled: str
    intervention: str
    product: str
    comparator: str
    primary_outcome: str
    registrations: tuple[str, ...]
    no_registration: str
    arms: tuple[Arm, ...]
    contrasts: tuple[Arm, ...]
    cohorts: tuple[Arm, ...]
    reports: tuple[Report, ...]
    status: str
    note: str
    location: Location
    subset_of: tuple[str, ...] = ()
    pooled_in: tuple[str, ...] = ()
    definitions: tuple[Definition, ...] = ()
    not_reported: str = ""

    def report(self, reference: str) -> Report | None:
        """The report with this key, if it is about the study."""
        return next((report for report in self.reports if report.reference == reference), None)

    def arm_label(self, arm: str) -> str:
        """The words for an arm or contrast id; the id itself where none is declared."""
        return next((a.label for a in (*self.arms, *self.contrasts) if a.id == arm), arm)


@dataclass(frozen=True, slots=True)
class Result:
    """One printed result; numbers are kept as printed.

    `estimate`, `se` and the interval share `unit`; `location` is the row in the CSV file.
    """

    id: str
    study: str
    cohort: str
    arm: str
    population: str
    outcome: str
    timepoint: str
    measure: Measure
    events: int | None
    total: int | None
    estimate: Printed | None
    estimate_text: str
    unit: str
    se: Printed | None
    ci_low: Printed | None
    ci_high: Printed | None
    ci_level: Printed | None
    p: Printed | None
    endpoint: str
    analysis_set: str
    grade: str
    grading_scale: str
    direction: str
    basis: str
    source: str
    source_kind: str
    seen_at: str
    locator: str
    words: str
    tier: str
    recheck: str
    restated_by: str
    printed_inconsistent: str
    origin: str
    note: str
    location: Location
    cells: Mapping[str, Location]

    @property
    def digest(self) -> str:
        """A short digest of what a person compares with the source: all of the row but remarks about it."""
        values = [
            f"{f.name}={_as_text(getattr(self, f.name))}" for f in fields(self) if f.name not in _REMARKS
        ]
        return sha256("\n".join(values).encode()).hexdigest()[:16]

    def text(self, column: str) -> str:
        """What the file has in a column."""
        return self.estimate_text if column == "estimate" else _as_text(getattr(self, column))


@dataclass(frozen=True, slots=True)
class Extraction:
    """Who or what took the rows of these patterns from their sources, and on which day.

    `method` is `machine`, `person` or `both`; `on` is empty where the day was not recorded.
    """

    rows: tuple[str, ...]
    by: str
    method: str
    on: str


@dataclass(frozen=True, slots=True)
class Verification:
    """A person compared a row with its source; `digest` is that of the row as it then was."""

    result: str
    by: str
    on: str
    digest: str
    location: Location


@dataclass(frozen=True)
class Evidence:
    """All studies and results, with what could not be read as `faults`."""

    studies: tuple[Study, ...] = ()
    results: tuple[Result, ...] = ()
    faults: tuple[Fault, ...] = ()
    sources: tuple[SourceText, ...] = ()
    extractions: tuple[Extraction, ...] = ()
    verifications: tuple[Verification, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    certainty: tuple[Certainty, ...] = ()
    bias: tuple[BiasAssessment, ...] = ()
    screening: tuple[LogEntry, ...] = ()
    versions: tuple[Version, ...] = ()
    double: DoubleExtraction = field(default_factory=DoubleExtraction)

    def extraction(self, result: Result) -> Extraction | None:
        """How a row came here; of several entries that name it the last counts."""
        entries = (e for e in reversed(self.extractions) if any(_names(p, result) for p in e.rows))
        return next(entries, None)

    def verification(self, result: Result) -> Verification | None:
        """The last verification of a row as it is now; none of one that has changed since."""
        return self._verified.get((result.id, result.digest))

    def ratings(self, result: Result) -> tuple[Certainty, ...]:
        """The judgements of certainty that speak of a row."""
        return tuple(rated for rated in self.certainty if result.id in rated.rows)

    @cached_property
    def _verified(self) -> Mapping[tuple[str, str], Verification]:
        return {(v.result, v.digest): v for v in self.verifications}

    @cached_property
    def results_by_id(self) -> Mapping[str, Result]:
        """Row id to result."""
        return {result.id: result for result in self.results}

    @cached_property
    def studies_by_id(self) -> Mapping[str, Study]:
        """Study id to study."""
        return {study.id: study for study in self.studies}

    def select(self, patterns: Iterable[str]) -> tuple[Result, ...]:
        """The results that ids or shell patterns name: in the order written, then of the file; none twice.

        A row that restates another one is named by its id alone, so that a pattern shows no fact twice.
        """
        named = {r.id: r for pattern in patterns for r in self.results if _names(pattern, r)}
        return tuple(named.values())


def _names(pattern: str, result: Result) -> bool:
    return result.id == pattern or (not result.restated_by and fnmatchcase(result.id, pattern))


def _as_text(value: object) -> str:
    return value.text if isinstance(value, Printed) else "" if value is None else str(value)
