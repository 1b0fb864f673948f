"""Numbers in the text that read otherwise than they did, or rest on other rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportkit.model.location import Location
from reportkit.model.review import Review


@dataclass(frozen=True, slots=True)
class TiedText:
    """A number in the text, the rows that it rests on, and where it stands."""

    text: str
    rows: tuple[str, ...]
    location: Location

    def reads_as(self, other: "TiedText") -> bool:
        """Whether another number says the same of the same rows."""
        return (self.text, self.rows) == (other.text, other.rows)

    def follows(self, other: "TiedText") -> bool:
        """Whether it rests on the same rows, or stands in the same chapter with the same text."""
        here, there = self.location.filename, other.location.filename
        return self.rows == other.rows or (self.text == other.text and here == there)


@dataclass(frozen=True, slots=True)
class MovedNumber:
    """A number in the text as it was and as it is."""

    before: TiedText
    now: TiedText


def moved_numbers(before: Review, now: Review) -> tuple[MovedNumber, ...]:
    """The numbers whose text or whose rows changed, in reading order.

    A number that is new, or that went with its sentence, is a change of the text alone.
    """
    old, new = list(_tied(before)), list(_tied(now))
    went, came = _without(old, new), _without(new, old)
    moved: list[MovedNumber] = []
    for number in came:
        partner = next((earlier for earlier in went if number.follows(earlier)), None)
        if partner is not None:
            went.remove(partner)
            moved.append(MovedNumber(partner, number))
    return tuple(moved)


def _without(numbers: Iterable[TiedText], others: Iterable[TiedText]) -> list[TiedText]:
    """The numbers that are not among the others, each of which stands for one."""
    rest, left = list(others), []
    for number in numbers:
        same = next((other for other in rest if number.reads_as(other)), None)
        if same is None:
            left.append(number)
        else:
            rest.remove(same)
    return left


def _tied(review: Review) -> Iterator[TiedText]:
    for chapter in review.chapters:
        for tie in chapter.scan.ties:
            text = chapter.source.text[tie.text_span.start : tie.text_span.end]
            yield TiedText(" ".join(text.split()), tie.rows, chapter.locate(tie.span))
