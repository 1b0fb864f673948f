"""Findings that explain each other: the cause is reported, its consequence is not."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from reportkit.model.diagnostic import Diagnostic


def _anywhere(diagnostic: Diagnostic) -> Hashable:
    """Anything but a rule that failed, which is told from a file that could not be read by its subject."""
    return None if diagnostic.code == "RKT005" and diagnostic.subject else True


def _file(diagnostic: Diagnostic) -> Hashable:
    return diagnostic.location.filename


def _subject(diagnostic: Diagnostic) -> Hashable:
    return diagnostic.subject


def _place(diagnostic: Diagnostic) -> Hashable:
    return diagnostic.location.filename, diagnostic.location.start


@dataclass(frozen=True, slots=True)
class _Explanation:
    """Findings of these codes explain findings of those, where both have something in common.

    `common` is None for a finding that has nothing of the kind.
    """

    causes: frozenset[str]
    consequences: frozenset[str]
    common: Callable[[Diagnostic], Hashable]


def _explain(causes: str, consequences: str, common: Callable[[Diagnostic], Hashable]) -> _Explanation:
    return _Explanation(frozenset(causes.split()), frozenset(consequences.split()), common)


_EVIDENCE = "CIT002 EVI001 EVI002 EVI003 EVI030 NUM009 NUM010 TAB003 TAB004 TAB005 TAB016"

_EXPLANATIONS = (
    # Without the bibliography every key is unknown; without a part of the evidence its rows and sources are.
    _explain("RKT004 RKT005 BIB004", "CIT001 CIT002 CIT025 TAB005", _anywhere),
    _explain("RKT007", "RKT004", _file),
    _explain("RKT005 RKT007 RKT009 TAB001", _EVIDENCE, _anywhere),
    _explain("RKT005 RKT007 RKT009", "TAB006 XRF001", _anywhere),
    # An entry or row that could not be read as a whole, or a row that cannot be; an entry whose parent is not
    # there, or which is of another type.
    _explain("BIB001 BIB033 BIB047", "BIB007", _subject),
    # Of the flaws in a list of names, the one that is plain.
    _explain("BIB011", "BIB010", _subject),
    _explain("BIB002", "CIT002", _subject),
    # An entry that is made up has a DOI that is.
    _explain("BIB044", "IDN004", _subject),
    # The identifier says for certain what the title only suggests.
    _explain("BIB034", "BIB035", _subject),
    _explain("TAB001 TAB002 TAB003 NUM002", "EVI002 NUM009 TAB005", _subject),
    # The sentence itself speaks of the patients whom its chapter is about.
    _explain("EVI004", "EVI023", _place),
    # What was meant at this place is something else.
    _explain("IDN019", "XRF006", _place),
    _explain("CIT006 CIT009 CIT010 CIT025", "CIT001", _place),
)


def without_consequences(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings that are not explained by another one."""
    kept = list(diagnostics)
    for explanation in _EXPLANATIONS:
        common = explanation.common
        causes = {common(d) for d in kept if d.code in explanation.causes} - {None}
        kept = [d for d in kept if d.code not in explanation.consequences or common(d) not in causes]
    return kept
