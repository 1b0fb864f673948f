"""Which rules take part in a check."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from reportkit.rules.registry import ALL
from reportkit.rules.rule import Rule

_TOOL = "RKT"
_FAILURE = "RKT005"


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes and code prefixes to run and to leave out; the longer of two prefixes decides.

    Nothing selected means the rules that run by default; `extend` adds to whichever are selected. A rule in
    preview runs only when its whole code is named. Rules about the check itself (RKT) run unless they are
    ignored: what cannot be read cannot be called clean. That reportkit itself failed is always told.

    `per_file` leaves codes out in files whose names match a pattern; `unfixable` codes have no fixes offered.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    per_file: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unfixable: tuple[str, ...] = ()

    def __contains__(self, rule: Rule) -> bool:
        if rule.code == _FAILURE:
            return True
        named = (*self.select, *self.extend)
        if rule.preview and rule.code not in named:
            return False
        standard = (ALL,) if not self.select and rule.by_default else ()
        selected = _longest(rule.code, (*named, *standard, _TOOL))
        return selected > _longest(rule.code, self.ignore)

    def mends(self, code: str) -> bool:
        """Whether fixes for findings of a code are offered."""
        return _longest(code, self.unfixable) < 0

    def leaves_out(self, code: str, filename: str) -> bool:
        """Whether findings of a code do not count in a file."""
        return code != _FAILURE and any(
            fnmatchcase(filename, pattern) and _longest(code, codes) >= 0
            for pattern, codes in self.per_file.items()
        )


def parse_codes(text: str) -> tuple[str, ...]:
    """The codes and prefixes of a comma-separated list."""
    return tuple(word.strip().upper() for word in text.split(",") if word.strip())


def _longest(code: str, prefixes: Iterable[str]) -> int:
    matching = (
        0 if prefix == ALL else len(prefix) for prefix in prefixes if prefix == ALL or code.startswith(prefix)
    )
    return max(matching, default=-1)
