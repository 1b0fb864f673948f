"""What an author does not want to be told, and why not."""

from dataclasses import dataclass

from reportkit.model.diagnostic import Diagnostic, Edit
from reportkit.model.location import Location


@dataclass(frozen=True, slots=True)
class Stretch:
    """Everything between two places of a file."""

    location: Location

    def holds(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding begins there."""
        place = diagnostic.location
        return place.filename == self.location.filename and (
            self.location.start <= place.start < self.location.end
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A row, study or item of the evidence, wherever it stands in the files of that folder."""

    folder: str
    subject: str

    def holds(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding is about it."""
        name = diagnostic.location.filename
        return diagnostic.subject == self.subject and name.startswith(f"{self.folder}/")


@dataclass(frozen=True, slots=True)
class Suppression:
    """A remark that findings of these codes are not to be told, within its scope.

    `location` is the remark, `codes_location` the codes in it as they are written. `removal` takes the remark
    out of its file; it is empty where that could change the document.
    """

    codes: tuple[str, ...]
    reason: str
    scope: Stretch | Row
    location: Location
    codes_location: Location
    removal: tuple[Edit, ...] = ()
