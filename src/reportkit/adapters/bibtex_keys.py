"""Keys for entries that have none."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain, count

from reportkit.adapters.bibtex_entry import Mending, RawEntry
from reportkit.adapters.bibtex_values import folded, skip_blank
from reportkit.model.diagnostic import Applicability
from reportkit.model.location import Span

_YEAR = re.compile(r"\d{4}")
_LATEX = re.compile(r"\\[A-Za-z]+|[^\w\s,]")


class NewKeys:
    """Keys that no entry has, neither of those that are there nor of those that were given one."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._variants: dict[str, Iterator[str]] = {}

    def insertion(self, text: str, entry: RawEntry) -> Mending:
        """A key, written where the entry should have one."""
        key = self._key(_name(text, entry) + _year(text, entry))
        place = entry.key_span.start
        comma = "" if text.startswith(",", skip_blank(text, place, len(text))) else ","
        return Mending(f"write the key `{key}`", ((Span(place, place), key + comma),), Applicability.UNSAFE)

    def _key(self, stem: str) -> str:
        variants = self._variants.setdefault(stem, _variants(stem))
        key = next(variant for variant in variants if variant not in self._taken)
        self._taken.add(key)
        return key


def _variants(stem: str) -> Iterator[str]:
    letters = chain([""], "bcdefghijklmnopqrstuvwxyz", (f"-{number}" for number in count(2)))
    return (stem + letter for letter in letters)


def _name(text: str, entry: RawEntry) -> str:
    """The first author's family name or else the title, in small letters without accents."""
    names = _LATEX.sub("", _value(text, entry, "author", "editor", "organization", "title"))
    first = re.split(r"\sand\s", names, maxsplit=1)[0]
    family = first.partition(",")[0] if "," in first else " ".join(first.split()[-1:])
    plain = unicodedata.normalize("NFKD", family).encode("ascii", "ignore").decode()
    return "".join(re.findall(r"[a-z]+", plain.lower())) or entry.type


def _year(text: str, entry: RawEntry) -> str:
    year = _YEAR.search(_value(text, entry, "year", "date"))
    return year[0] if year else ""


def _value(text: str, entry: RawEntry, *names: str) -> str:
    values = {field.name: folded(text[field.value_start : field.value_end]) for field in entry.fields}
    return next((values[name] for name in names if values.get(name)), "")
