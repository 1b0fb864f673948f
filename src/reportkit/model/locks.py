"""What registries said about the references on a certain day, kept beside the review."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reportkit.model.diagnostic import Fault
from reportkit.model.location import Location, SourceText


@dataclass(frozen=True, slots=True)
class WorkRecord:
    """What a registry holds of the work behind a citation key; empty where it holds nothing.

    `authors` are family names in order, `published_as` the DOI of the version of record of a preprint,
    `pmid_doi` the DOI that PubMed gives for the PMID of the entry.
    """

    key: str
    source: str
    doi: str = ""
    pmid: str = ""
    pmid_doi: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    year: str = ""
    journal: str = ""
    volume: str = ""
    pages: str = ""
    published_as: str = ""


@dataclass(frozen=True, slots=True)
class MetadataLock:
    """The records of one refresh by citation key; `date` is the day of it, as `YYYY-MM-DD`."""

    date: str
    records: Mapping[str, WorkRecord]
    source: SourceText
    faults: tuple[Fault, ...] = ()


class Nature(StrEnum):
    """What a notice says of a work, as Retraction Watch tells them apart."""

    CORRECTION = "Correction"
    CONCERN = "Expression of concern"
    RETRACTION = "Retraction"
    REINSTATEMENT = "Reinstatement"


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice about one work; `date` as `YYYY-MM-DD`, `doi` in lower case."""

    nature: Nature
    date: str
    doi: str
    pmid: str
    notice_doi: str
    reasons: tuple[str, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class RetractionSnapshot:
    """The notices of a dated snapshot of the Retraction Watch database."""

    date: str
    notices: tuple[Notice, ...]
    source: SourceText
    faults: tuple[Fault, ...] = field(default=())
