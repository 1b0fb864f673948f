"""Set aside the findings that authors do not want to be told."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportkit.check.findings import Suppressed
from reportkit.model.diagnostic import Diagnostic
from reportkit.model.location import Position
from reportkit.model.suppression import Row, Stretch, Suppression

# What cannot be read cannot be called clean, whatever its author says.
_UNREADABLE = {"BIB001", "BIB004", "TAB001"}
_ABOUT_THE_CHECK = "RKT"

_Used = set[tuple[Suppression, str]]


@dataclass(frozen=True, slots=True)
class Sifted:
    """Findings to tell, those set aside, and which codes of which suppressions were of use."""

    told: tuple[Diagnostic, ...]
    suppressed: tuple[Suppressed, ...]
    used: frozenset[tuple[Suppression, str]]


def may_be_hidden(code: str) -> bool:
    """Whether findings of this code can be suppressed, or be taken as known."""
    return code not in _UNREADABLE and not code.startswith(_ABOUT_THE_CHECK)


def sift(diagnostics: Iterable[Diagnostic], suppressions: Iterable[Suppression]) -> Sifted:
    """Tell findings, which come in their order, apart by the suppressions that hold them."""
    told: list[Diagnostic] = []
    suppressed: list[Suppressed] = []
    used: _Used = set()
    search = _Search(suppressions)
    for diagnostic in diagnostics:
        holding = search.holding(diagnostic) if may_be_hidden(diagnostic.code) else ()
        if holding:
            nearest = holding[-1]
            suppressed.append(Suppressed(diagnostic, nearest.reason, nearest.location))
            used |= {(suppression, diagnostic.code) for suppression in holding}
        else:
            told.append(diagnostic)
    return Sifted(tuple(told), tuple(suppressed), frozenset(used))


class _Search:
    """Finds what holds a finding without looking at every suppression for each of them."""

    def __init__(self, suppressions: Iterable[Suppression]) -> None:
        self._rows: dict[tuple[str, str], list[Suppression]] = defaultdict(list)
        stretches: dict[tuple[str, str], list[tuple[Stretch, Suppression]]] = defaultdict(list)
        for suppression in suppressions:
            for code in suppression.codes:
                match suppression.scope:
                    case Row(subject=subject):
                        self._rows[code, subject].append(suppression)
                    case Stretch(location=location):
                        stretches[code, location.filename].append((suppression.scope, suppression))
        self._sweeps = {key: _Sweep(found) for key, found in stretches.items()}

    def holding(self, diagnostic: Diagnostic) -> Sequence[Suppression]:
        """The suppressions that hold a finding, the nearest last."""
        rows = self._rows.get((diagnostic.code, diagnostic.subject or ""), ())
        sweep = self._sweeps.get((diagnostic.code, diagnostic.location.filename))
        stretches = sweep.at(diagnostic.location.start) if sweep else ()
        return [*(row for row in rows if row.scope.holds(diagnostic)), *stretches]


class _Sweep:
    """The stretches of one file, asked for place after place."""

    def __init__(self, stretches: Iterable[tuple[Stretch, Suppression]]) -> None:
        self._ahead = sorted(stretches, key=lambda pair: pair[0].location.start, reverse=True)
        self._open: list[tuple[Stretch, Suppression]] = []

    def at(self, place: Position) -> Sequence[Suppression]:
        """The suppressions of the stretches that a place lies in, by where they begin."""
        while self._ahead and self._ahead[-1][0].location.start <= place:
            self._open.append(self._ahead.pop())
        self._open = [pair for pair in self._open if place < pair[0].location.end]
        return [suppression for _, suppression in self._open]
