"""Around a reader that fails on a file: the others are read all the same."""

from collections.abc import Callable
from typing import TypeVar

from reportkit.errors import ReportkitError
from reportkit.model.diagnostic import Fault
from reportkit.model.location import SourceText
from reportkit.rules.tool.internal_error import failed_reading

_Read = TypeVar("_Read")
_Faults = tuple[Fault, ...]


def guarded(
    read: Callable[[SourceText], tuple[_Read, _Faults]], source: SourceText, otherwise: _Read
) -> tuple[_Read, _Faults]:
    """What a reader makes of a file, or `otherwise` and a fault of reportkit that names the file."""
    try:
        return read(source)
    except ReportkitError:
        raise
    except Exception as error:  # noqa: BLE001 - a fault of one reader must not hide what is wrong with other files
        return otherwise, (failed_reading(source.filename, error),)
