"""What registries said about the references on a certain day, kept beside the review."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

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


_BY_STRENGTH = (Nature.CORRECTION, Nature.CONCERN, Nature.RETRACTION)


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice and the works it is about, by PMID and by DOI in lower case.

    `date` is `YYYY-MM-DD`, or empty where none is known.
    """

    nature: Nature
    date: str
    works: tuple[str, ...]
    notice_doi: str
    reasons: tuple[str, ...]
    location: Location


@dataclass(frozen=True)
class RetractionSnapshot:
    """The notices about works of the bibliography in a dated copy of the Retraction Watch database."""

    date: str
    notices: tuple[Notice, ...]
    filename: str
    faults: tuple[Fault, ...] = ()

    def standing(self, works: Iterable[str]) -> Notice | None:
        """The strongest notice about a work with these identifiers that still stands, the last of several.

        A reinstatement takes back retractions and concerns of earlier days, and no corrections.
        """
        notices = [notice for work in works for notice in self._by_work.get(work, ())]
        reinstated = max((n.date for n in notices if n.nature is Nature.REINSTATEMENT), default="")
        standing = [
            notice
            for notice in notices
            if notice.nature is Nature.CORRECTION
            or (notice.nature in _BY_STRENGTH and not "" < notice.date < reinstated)
        ]
        return max(standing, key=lambda n: (_BY_STRENGTH.index(n.nature), n.date), default=None)

    @cached_property
    def _by_work(self) -> Mapping[str, list[Notice]]:
        by_work = defaultdict(list)
        for notice in self.notices:
            for work in notice.works:
                by_work[work].append(notice)
        return dict(by_work)
