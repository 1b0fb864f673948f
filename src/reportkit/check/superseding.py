"""Findings that explain each other: the cause is reported, its consequence is not."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from reportkit.model.diagnostic import Diagnostic


def _anywhere(_: Diagnostic) -> Hashable:
    return None


def _subject(diagnostic: Diagnostic) -> Hashable:
    return diagnostic.subject


def _place(diagnostic: Diagnostic) -> Hashable:
    return diagnostic.location.filename, diagnostic.location.start


@dataclass(frozen=True, slots=True)
class _Explanation:
    """Findings of these codes explain findings of those, where both have something in common."""

    causes: frozenset[str]
    consequences: frozenset[str]
    common: Callable[[Diagnostic], Hashable]


def _explain(causes: str, consequences: str, common: Callable[[Diagnostic], Hashable]) -> _Explanation:
    return _Explanation(frozenset(causes.split()), frozenset(consequences.split()), common)


_EXPLANATIONS = (
    # Without the bibliography every key is unknown; without a part of the evidence its rows and sources are.
    _explain("RKT004", "CIT001 CIT002 TAB005", _anywhere),
    _explain("RKT009 TAB001", "CIT002 EVI002 TAB005 TAB006 TAB016 XRF001", _anywhere),
    _explain("RKT007", "CIT001 CIT002 EVI002 TAB005 TAB006 TAB016 XRF001", _anywhere),
    # An entry or row that could not be read as a whole.
    _explain("BIB001", "BIB007", _subject),
    _explain("TAB001 TAB002 TAB003", "EVI002 NUM009 TAB005", _subject),
    # What was meant at this place is something else.
    _explain("CIT006 CIT009", "CIT001", _place),
)


def without_consequences(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings that are not explained by another one."""
    kept = list(diagnostics)
    for rule in _EXPLANATIONS:
        causes = {rule.common(diagnostic) for diagnostic in kept if diagnostic.code in rule.causes}
        kept = [d for d in kept if d.code not in rule.consequences or rule.common(d) not in causes]
    return kept
