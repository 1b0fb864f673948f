"""A key for an entry that has none."""

import re
import unicodedata
from collections.abc import Collection
from itertools import chain, count

from reportkit.adapters.bibtex_entry import Mending, RawEntry
from reportkit.adapters.bibtex_values import folded, skip_blank
from reportkit.model.diagnostic import Applicability
from reportkit.model.location import Span

_YEAR = re.compile(r"\d{4}")
_LATEX = re.compile(r"\\[A-Za-z]+|[^\w\s,]")


def free_key(text: str, entry: RawEntry, taken: Collection[str]) -> str:
    """The first author's family name and the year, or other words of the entry, as no other has them."""
    key = _name(text, entry) + _year(text, entry)
    letters = chain([""], "bcdefghijklmnopqrstuvwxyz", (f"-{number}" for number in count(2)))
    return next(key + letter for letter in letters if key + letter not in taken)


def key_inserted(text: str, entry: RawEntry, key: str) -> Mending:
    """The key, written where the entry should have one."""
    place = entry.key_span.start
    comma = "" if text.startswith(",", skip_blank(text, place, len(text))) else ","
    return Mending(f"write the key `{key}`", ((Span(place, place), key + comma),), Applicability.UNSAFE)


def _name(text: str, entry: RawEntry) -> str:
    """The family name, in small letters without accents."""
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
