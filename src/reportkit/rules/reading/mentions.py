"""Authors as a text names them by hand: `Nguyen et al. (2021)`, `(Rossi, 2019)`."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from reportkit.model.bibliography import Bibliography, Reference
from reportkit.rules.reading.folding import folded
from reportkit.rules.reading.surnames import surnames

_CAPITAL = "A-ZÀ-ÖØ-Þ\u0100-\u017f"
_NAME = rf"(?:(?:van|von|de|der|den|di|da|du|la|le|el|al|ten|ter|dos|del) )*[{_CAPITAL}][\w'’-]{{1,40}}"
_OTHERS = r" et al\.?| and (?:colleagues|co-?workers|others)"
_YEAR = r"(?:19|20)\d\d"
_NAMED = rf"(?P<name>{_NAME})(?:(?P<others>{_OTHERS})|,? (?:and|&) (?P<second>{_NAME}))?"
_WITH_YEAR = re.compile(_YEAR)
_BEFORE = re.compile(rf"\b{_NAMED}(?:,? \(?(?P<year>{_YEAR})[a-z]?\)?)?,?\s*$")
_RUNNING = re.compile(rf"\b{_NAMED},? \((?P<year>{_YEAR})[a-z]?\)")
_PARENTHESES = re.compile(rf"\([^()]*{_YEAR}[^()]*\)")
_PART = re.compile(
    rf"(?:(?:see|e\.g\.|cf\.|as in)(?: also)?,? )*{_NAMED},? \(?(?P<year>{_YEAR})[a-z]?"
    r"(?:[,:] ?(?:pp?\. ?)?[\d–-]+)?"
)
# what the last word before a citation looks like where authors are named: a name, `al.`, a year
_MAY_NAME = re.compile(
    rf"(?:\b[{_CAPITAL}][\w'’-]*|\bal\.?|\b(?:colleagues|co-?workers|others)|\d[a-z]?\)?),?\s*$"
)
_LAST_WORD, _FAR = 40, 120


@dataclass(frozen=True, slots=True)
class Mention:
    """Authors named at `[start:end]` of a text: one, two, or one and `others`, perhaps with a year."""

    name: str
    second: str
    others: bool
    year: str
    start: int
    end: int

    @property
    def names(self) -> str:
        """The names in short."""
        if self.others:
            return f"{self.name} et al."
        return f"{self.name} and {self.second}" if self.second else self.name

    def fits(self, reference: Reference) -> bool:
        """Whether one of the names stands among the authors or editors of an entry."""
        return any(not self.words.isdisjoint(name) for name in authors(reference))

    def begins(self, reference: Reference) -> bool:
        """Whether the first of the names is that of the first author of an entry."""
        return any(_words(self.name) <= name for name in authors(reference)[:1])

    @property
    def owns(self) -> bool:
        """Whether the text goes on with what is theirs: `Nguyen's test`."""
        return self.name.endswith(("'s", "’s", "s'", "s’"))

    @property
    def words(self) -> frozenset[str]:
        """The folded words of the names."""
        return _words(f"{self.name} {self.second}")


def authors(reference: Reference) -> tuple[frozenset[str], ...]:
    """The folded words of the family name of each author, or else of each editor."""
    names = reference.text("author", "editor")
    return tuple(surnames(names)) if names else ()


def mention_before(text: str, end: int) -> Mention | None:
    """The authors that a text names right before a place."""
    if not _MAY_NAME.search(text, max(end - _LAST_WORD, 0), end):
        return None
    found = _BEFORE.search(text, max(end - _FAR, 0), end)
    return _mention(found, 0) if found else None


def mentions(text: str) -> Iterator[Mention]:
    """Every mention with a year, in the sentence or in parentheses."""
    if "(" not in text or not _WITH_YEAR.search(text):
        return
    yield from (_mention(found, 0) for found in _RUNNING.finditer(text))
    for group in _PARENTHESES.finditer(text):
        start = group.start() + 1
        for part in group[0][1:-1].split(";"):
            if found := _PART.fullmatch(part.strip()):
                yield _mention(found, start + len(part) - len(part.lstrip()))
            start += len(part) + 1


class NamedEntries:
    """The entries of a bibliography by what a text may call them."""

    def __init__(self, bibliography: Bibliography) -> None:
        self._references = bibliography.by_key.values()

    def of(self, mention: Mention) -> tuple[Reference, ...]:
        """The entries whose first author and year are those of a mention, as far as it has them."""
        found = (r for word in mention.words for r in self._by_first_author.get(word, ()))
        return tuple(
            r for r in found if mention.begins(r) and (not mention.year or year_of(r) == mention.year)
        )

    @cached_property
    def _by_first_author(self) -> Mapping[str, list[Reference]]:
        entries = defaultdict(list)
        for reference in self._references:
            for word in next(iter(authors(reference)), ()):
                entries[word].append(reference)
        return entries


def year_of(reference: Reference) -> str:
    """The year of an entry, or nothing."""
    found = _WITH_YEAR.search(reference.text("year", "date"))
    return found[0] if found else ""


def _words(names: str) -> frozenset[str]:
    """Without particles, which may be written or not, and without the `s` of a possessive."""
    words = (re.sub(r"['’]s?$", "", word) for word in re.split(r"[\s-]+", names) if word[:1].isupper())
    return frozenset(map(folded, words))


def _mention(found: re.Match[str], offset: int) -> Mention:
    return Mention(
        name=found["name"],
        second=found["second"] or "",
        others=bool(found["others"]),
        year=found["year"] or "",
        start=offset + found.start("name"),
        end=offset + found.end(),
    )
