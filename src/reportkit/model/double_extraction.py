"""What two people read independently in the same sources, and how they settled where they differed."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportkit.model.location import Location


@dataclass(frozen=True, slots=True)
class Reading:
    """What one extractor wrote down for one row: the text of each column of the file, with its place."""

    result: str
    texts: Mapping[str, str]
    places: Mapping[str, Location]
    location: Location


@dataclass(frozen=True, slots=True)
class Adjudication:
    """The value that was chosen for one cell, why, and by whom; an empty value leaves the cell empty."""

    result: str
    field: str
    value: str
    reason: str
    by: str
    location: Location


@dataclass(frozen=True)
class DoubleExtraction:
    """Both extractions and what was settled; a row that only one extractor has differs in its `id`."""

    first: tuple[Reading, ...] = ()
    second: tuple[Reading, ...] = ()
    adjudications: tuple[Adjudication, ...] = ()
