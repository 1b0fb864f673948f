"""A claim followed to its evidence, and evidence to the claims that rest on it."""

from dataclasses import dataclass
from enum import StrEnum

from reportkit.model.certainty import Certainty
from reportkit.model.evidence import Extraction, Result, Study, Verification
from reportkit.model.location import Location
from reportkit.model.locks import Notice


class UseKind(StrEnum):
    """What uses a row of the evidence."""

    SENTENCE = "sentence"
    CONCLUSION = "conclusion"
    TABLE = "table"
    FIGURE = "figure"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class Use:
    """One place that would be wrong if a row were: a sentence, the id of an item, what was rated."""

    kind: UseKind
    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Trace:
    """A row, where it comes from, notices about its report, how sure one can be, and what rests on it."""

    result: Result
    study: Study | None
    extraction: Extraction | None
    verification: Verification | None
    certainty: tuple[Certainty, ...]
    notices: tuple[Notice, ...]
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Impact:
    """What rests on a study or a reference: its rows, the places that cite it, notices about it."""

    name: str
    traces: tuple[Trace, ...]
    citations: tuple[Location, ...]
    notices: tuple[Notice, ...]
