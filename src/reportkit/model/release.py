"""What a release asks for beyond a check without errors."""

from dataclasses import dataclass
from enum import StrEnum

from reportkit.model.location import Location


class Matter(StrEnum):
    """What a demand is about, in the order in which demands are told."""

    FINDINGS = "findings"
    CONCLUSIONS = "conclusions"
    VERIFICATION = "verification"
    EXTRACTION = "extraction"
    CERTAINTY = "certainty"
    VERSION = "version"
    LOCKS = "locks"
    WORK_TREE = "work tree"


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing to do before a release: where, what and what to do; `subjects` are the ids it is about.

    `place` is None where it is about no file.
    """

    matter: Matter
    place: Location | None
    message: str
    remedy: str
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkTree:
    """Files that differ from the last commit; `unknown` says why that cannot be told."""

    uncommitted: tuple[str, ...] = ()
    unknown: str = ""
