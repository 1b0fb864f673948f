"""Composes projects of any size for timing: the same sizes always give the same bytes.

    python benchmarks/check/corpus.py FOLDER --documents 18 --entries 540

Topic, people, journals and numbers are invented. Entries and chapters have the length, the mixture of types
and fields, and now and then the slips of real ones; every entry is cited.
"""

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

_Choice = TypeVar("_Choice")

_TYPES = ("article",) * 15 + ("book", "incollection", "inproceedings", "inproceedings", "online")
_HOUSES = ("Reed Press", "Tern Books", "Harbour Academic", "University Press of the Delta")
_SECTIONS = ("Introduction", "Sites and seasons", "Methods", "Results", "Disturbance", "Limits", "Outlook")
_TITLES = (
    "<act> of <trait> <bird>s <link> <trait> <act> in *: a <view> study of <trait> <place>s",
    "<trait> <place>s and the <act> of <bird>s: a <view> study in *",
    "do <trait> <bird>s of * show <act> <link> <act>?",
    "<view> evidence on <bird>s and <bird>s in *, <link> <trait> <act>",
    "a <view> comparison of <act> and <act> in <trait> <bird>s of *",
)
_CLAIMS = (
    "Of {total} ringed <bird>s, {share} were seen again [@{key}{rest}].",
    "The rate ratio was 0.71 (95% CI 0.55–0.92; p = 0.009) in the *<place>* [@{key}, p. 12{rest}].",
    "As @{key} wrote, <bird>s leave the <place> at dusk [compare -@{key}{rest}].",
    "This held in **two** of the areas [see @{key}{rest}].",
)
_CLAIMS_OF_CHAPTER, _CLAIMS_OF_PARAGRAPH = 30, 5


def _vocabulary() -> Mapping[str, tuple[str, ...]]:
    """The invented words, by what they are words for."""
    text = Path(__file__).with_name("words.txt").read_text(encoding="utf-8")
    lists = re.findall(r"^(\w+):((?:.*(?:\n )?)+)", text, re.MULTILINE)
    return {name: tuple(words.split()) for name, words in lists}


WORDS = _vocabulary()


class Dice:
    """A source of chance that is the same everywhere and in every version of Python."""

    def __init__(self, *seed: object) -> None:
        self._state = int.from_bytes(blake2b(repr(seed).encode(), digest_size=8).digest(), "big")

    def below(self, limit: int) -> int:
        """A number from 0 to `limit` - 1."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self._state >> 33) % limit

    def once_in(self, times: int) -> bool:
        """True once in so many times."""
        return self.below(times) == 0

    def pick(self, choices: Sequence[_Choice]) -> _Choice:
        """One of these."""
        return choices[self.below(len(choices))]

    def phrase(self, pattern: str) -> str:
        """The pattern with a word of that kind for each `<kind>`."""
        return re.sub(r"<(\w+)>", lambda kind: self.pick(WORDS[kind[1]]), pattern)


@dataclass(frozen=True)
class Entry:
    """An entry of the bibliography: its key and how it is written."""

    key: str
    text: str


def write_corpus(folder: Path, documents: int, entries: int) -> None:
    """Write a project with so many chapters and entries into a folder."""
    bibliography = [_entry(number) for number in range(entries)]
    _write(folder / "references.bib", "\n\n".join(entry.text for entry in bibliography) + "\n")
    _write(folder / "reportkit.toml", 'title = "Birds of the delta"\ndata-date = 2024-05-31\n')
    for number in range(documents):
        keys = [entry.key for entry in bibliography[number::documents]]
        _write(folder / "chapters" / f"{number + 10}-birds.md", _chapter(number, keys))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _entry(number: int) -> Entry:
    dice = Dice("entry", number)
    kind, year = dice.pick(_TYPES), 1985 + dice.below(39)
    authors = [dice.phrase("<stem><ending>, <given>") for _ in range(1 + dice.below(9))]
    key = authors[0].partition(",")[0].lower() + dice.phrase(f"{year}<trait>{number}")
    fields = {"author": " and ".join(authors), "title": _title(dice), "year": str(year)}
    fields |= _source(dice, kind)
    if kind != "online":
        fields["doi"] = f"10.{4000 + dice.below(60)}/delta.{year}.{number:06}"
    fields["keywords"] = dice.phrase("<bird>, <act>, <place>")
    if dice.once_in(8):
        fields["abstract"] = _prose(dice, 4)
    return Entry(key, _written(dice, f"@{kind}{{{key},", fields))


def _title(dice: Dice) -> str:
    place = dice.phrase("the {<stem><ending>} <place>" if dice.once_in(3) else "a <trait> <place>")
    written = dice.phrase(dice.pick(_TITLES).replace("*", place))
    return written[0].upper() + written[1:]


def _source(dice: Dice, kind: str) -> dict[str, str]:
    """Where a work of this kind has appeared."""
    place, first = dice.phrase("<place>").title(), 1 + dice.below(900)
    pages = f"{first}--{first + 4 + dice.below(20)}"
    if kind == "article":
        series = dice.phrase("<series>")
        number = 2000 + 100 * WORDS["series"].index(series) + WORDS["place"].index(place.lower())
        volume, issue = str(1 + dice.below(90)), str(1 + dice.below(12))
        journal = f"{series} of {place} Birds"
        return {"journal": journal, "volume": volume, "number": issue, "pages": pages, "issn": _issn(number)}
    if kind == "online":
        return {"url": f"https://example.org/{place.lower()}/{dice.below(99999)}", "urldate": "2024-02-11"}
    if kind == "book":
        return {"publisher": dice.pick(_HOUSES), "isbn": _isbn(dice.below(10**9))}
    book = f"Proceedings of the {place} Meeting" if kind == "inproceedings" else f"The {place}"
    return {"booktitle": book, "editor": "Varga, Uma", "publisher": dice.pick(_HOUSES), "pages": pages}


def _issn(number: int) -> str:
    digits = f"{number:07}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(8, 1, -1), strict=True))
    return f"{digits[:4]}-{digits[4:]}{'0123456789X'[-total % 11]}"


def _isbn(number: int) -> str:
    digits = f"978{number:09}"
    return f"{digits}{-sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(digits)) % 10}"


def _written(dice: Dice, head: str, fields: dict[str, str]) -> str:
    """An entry in the layout of one of several programs, with a slip now and then that none of them minds."""
    if dice.once_in(100) and "doi" in fields:
        fields["doi"] = f"https://doi.org/{fields['doi']}"
    width, (opening, closing) = dice.pick((0, 12)), dice.pick(("{}", "{}", "{}", '""'))
    lines = [f"  {name:<{width}} = {opening}{value}{closing}," for name, value in fields.items()]
    if dice.once_in(200):
        lines.append(lines[2])
    return "\n".join([head, *lines, "}"])


def _prose(dice: Dice, sentences: int) -> str:
    return " ".join(_sentence(dice) for _ in range(sentences))


def _sentence(dice: Dice) -> str:
    seen = "<bird>s were seen <act> in the <place> more often than in the <trait> <place>"
    return f"{dice.phrase('<trait>').title()} {dice.phrase(seen)}, {dice.phrase('<link> <trait> <act>')}."


def _chapter(number: int, keys: Sequence[str]) -> str:
    """A chapter that cites these keys: more of them make its groups of citations longer, not its text."""
    dice = Dice("chapter", number)
    claims = [keys[start::_CLAIMS_OF_CHAPTER] for start in range(min(_CLAIMS_OF_CHAPTER, len(keys)))]
    parts = [dice.phrase(f"# The <trait> <bird>s {{#sec:chapter-{number}}}")]
    for index, start in enumerate(range(0, len(claims), _CLAIMS_OF_PARAGRAPH)):
        parts.append(f"## {_SECTIONS[index % len(_SECTIONS)]}")
        parts.append(" ".join(_cited(dice, claims[start : start + _CLAIMS_OF_PARAGRAPH], keys)))
        parts += _beside(dice, f"{number}-{index}")
    return "\n\n".join(parts) + "\n"


def _cited(dice: Dice, claims: Sequence[Sequence[str]], others: Sequence[str]) -> Iterator[str]:
    """The sentences of a paragraph, with now and then a citation of what another one has cited."""
    for first, *more in claims:
        again = [other] if (other := dice.pick(others)) not in {first, *more} and dice.once_in(4) else []
        total = 20 + dice.below(400)
        events = dice.below(total + 1)
        share = f"{events}/{total} ({100 * events / total:.1f}%)"
        rest = "".join(f"; @{key}" for key in (*more, *again))
        yield dice.phrase(dice.pick(_CLAIMS)).format(total=total, share=share, key=first, rest=rest)
        yield _prose(dice, 1 + dice.below(2))


def _beside(dice: Dice, label: str) -> Iterator[str]:
    """What stands between paragraphs: lists, tables, footnotes, formulas, code and remarks."""
    if dice.once_in(4):
        yield "\n".join(f"- {_sentence(dice)}" for _ in range(3))
    if dice.once_in(6):
        rows = [dice.phrase(f"| <place> | {dice.below(90)} | {dice.below(90)} |") for _ in range(6)]
        yield "\n".join(("| Area | Spring | Autumn |", "|:-----|-------:|-------:|", *rows))
    if dice.once_in(6):
        yield f"{_sentence(dice)}[^{label}]\n\n[^{label}]: {_sentence(dice)}"
    if dice.once_in(12):
        yield f"```r\ncount <- {dice.below(99)}  # not a citation: @nobody\n```"
    if dice.once_in(12):
        yield "<!-- to be checked -->\n\nIt follows $n = \\sum_i b_i$; see <https://example.org/@delta>."


def main() -> None:
    """Write one project."""
    parser = argparse.ArgumentParser(description="Compose a project for timing.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=18)
    parser.add_argument("--entries", type=int, default=540)
    arguments = parser.parse_args()
    write_corpus(arguments.folder, arguments.documents, arguments.entries)


if __name__ == "__main__":
    main()
