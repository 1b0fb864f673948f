"""Findings that explain each other: the cause is reported, its consequence is not."""

from collections.abc import Callable, Hashable, Iterable

from reportkit.model.diagnostic import Diagnostic

_Same = Callable[[Diagnostic], Hashable]


def _anywhere(_: Diagnostic) -> Hashable:
    return None


def _subject(diagnostic: Diagnostic) -> Hashable:
    return diagnostic.location.filename, diagnostic.subject


def _place(diagnostic: Diagnostic) -> Hashable:
    return diagnostic.location.filename, diagnostic.location.start


# cause, consequence, and what both must have in common
_SUPERSEDES: tuple[tuple[str, str, _Same], ...] = (
    ("RKT004", "CIT001", _anywhere),
    ("RKT004", "CIT002", _anywhere),
    ("RKT004", "TAB005", _anywhere),
    ("BIB001", "BIB007", _subject),
    ("BIB002", "CIT002", _subject),
    ("CIT006", "CIT001", _place),
    ("CIT009", "CIT001", _place),
)


def without_consequences(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings that are not explained by another one."""
    kept = list(diagnostics)
    for cause, consequence, same in _SUPERSEDES:
        causes = {same(diagnostic) for diagnostic in kept if diagnostic.code == cause}
        kept = [d for d in kept if d.code != consequence or same(d) not in causes]
    return kept
