"""Titles of journals: their spellings in a bibliography, and which of them are abbreviations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reportkit.model.bibliography import Bibliography
from reportkit.model.diagnostic import Applicability, Edit, Fix
from reportkit.model.location import Location, Span
from reportkit.rules.reading.fields import WrittenField, written_fields
from reportkit.rules.reading.folding import folded

_BRACES = re.compile(r"[{}]")
_ESCAPE = re.compile(r"\\([&%#_$])")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
# `Science (New York, N.Y.)` of PubMed, `Science (80-. ).` of Mendeley, and where the academy of PNAS sits.
_PLACE = re.compile(
    r"\s*\((?:[^(),]*,[^()]*|\d+-[^()]*)\)\.?$|\s*,?\s*(?:of the United States of America|U\.? ?S\.? ?A\.?)$",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(r"://|\\[a-z]")

_WORD = re.compile(r"[^\s.,:;/()&-]+")
_SMALL = re.compile(r"(?:and|da|de|del|der|des|di|du|et|for|für|in|la|of|on|the|und)", re.IGNORECASE)
# Words that every abbreviated title cuts, and what it leaves of such words.
_WHOLE = re.compile(
    r"\b(?:advances|american|analysis|and|annals|applied|archives|biology|british|bulletin|chemistry|clinical"
    r"|communications|computing|engineering|european|experimental|for|genetics|in|international|journal|letters"
    r"|mathematics|medicine|molecular|neuroscience|of|oncology|on|physics|proceedings|psychology|quarterly|reports"
    r"|research|reviews?|sciences?|society|statistics|studies|surgery|the|transactions)\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\b(?:acad|adv|am|ann|appl|arch|biol|br|bull|chem|clin|commun|comput|dis|eng|engl|environ|epidemiol|eur|exp"
    r"|genet|immunol|int|j|lett|math|med|mol|nat|natl|neurol|neurosci|oncol|pediatr|phys|proc|psychol|rep|res|rev"
    r"|sci|soc|stat|surg|trans)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Spelling:
    """One way in which a journal's title is written in one file, and all places of it there."""

    title: str
    fields: tuple[WrittenField, ...]

    @property
    def first(self) -> WrittenField:
        """The first field with it."""
        return self.fields[0]

    @property
    def location(self) -> Location:
        """The place of the first field with it."""
        return self.first.field.value_location

    @cached_property
    def folded(self) -> str:
        """The title by which spellings are compared."""
        return folded_journal(self.title)

    def respelt(self, title: str) -> Fix | None:
        """The fix that writes another title everywhere in this file, unless an abbreviation stands for it."""
        if any(field.source is None for field in self.fields):
            return None
        value = title.replace("&", r"\&")
        edits = tuple(Edit(field.place(Span(0, len(field.text))), value) for field in self.fields)
        return Fix(Applicability.UNSAFE, f"write `{title}`", edits)


def spellings(bibliography: Bibliography) -> Iterator[Spelling]:
    """Every spelling of every journal, file by file, in the order of their first places."""
    found: dict[tuple[str, str], list[WrittenField]] = {}
    for written in written_fields(bibliography, "journal", "journaltitle"):
        title = _printed(written.field.value)
        if title and not _NO_TITLE.search(title):
            found.setdefault((written.field.source.filename, title), []).append(written)
    for (_, title), fields in found.items():
        yield Spelling(title, tuple(fields))


def _printed(value: str) -> str:
    return " ".join(_ESCAPE.sub(r"\1", _BRACES.sub("", value)).split())


def folded_journal(title: str) -> str:
    """The title without case, punctuation, article and place, with `&` as `and`."""
    bare = _ARTICLE.sub("", _PLACE.sub("", title)) or title
    return folded(bare.replace("&", " and "))


def is_abbreviated(title: str) -> bool:
    """Whether a word is cut short beyond doubt, as in `J. Bone Surg.` and `J Bone Surg`."""
    return " " in title and bool(_CUT.search(title)) and not _WHOLE.search(title)


def is_full(title: str) -> bool:
    """Whether a word stands in full that abbreviations cut, as in `Journal of Bone Surgery`."""
    return " " in title and bool(_WHOLE.search(title)) and not _CUT.search(title)


def abbreviates(short: str, full: str) -> bool:
    """Whether each word of the one begins like the word of the other that it stands for, letters left out."""
    cut, whole = _content(short), _content(full)
    return cut != whole and len(cut) == len(whole) and all(map(_stands_for, cut, whole))


def _content(title: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(title) if not _SMALL.fullmatch(word)]


def _stands_for(cut: str, whole: str) -> bool:
    letters = iter(whole)
    return cut[0] == whole[0] and all(letter in letters for letter in cut)
