"""Which words of a text came and went, in stretches that a person would mark."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from reportkit.assemble.tree import plain_text, words
from reportkit.redline.marking import Mark
from reportkit.redline.words import Word, words_of

_CRUMBS = 2
"""So few words between two changes are no landmark: they are read as part of one change."""


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of two texts: the same words in both, or those that went and those that came."""

    same: bool
    before: tuple[Word, ...]
    now: tuple[Word, ...]

    @property
    def size(self) -> int:
        """The number of words on its longer side."""
        return max(sum(not word.blank for word in side) for side in (self.before, self.now))

    def with_next(self, step: "Step") -> "Step":
        """Both stretches as one change."""
        return Step(False, (*self.before, *step.before), (*self.now, *step.now))  # noqa: FBT003 - a record


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of plain text that stayed, came or went."""

    mark: Mark | None
    text: str


def pieces(before: str, now: str) -> tuple[Piece, ...]:
    """Two plain texts as one, in the words of both."""
    return tuple(_pieces(steps(list(words_of(words(before))), list(words_of(words(now))))))


def _pieces(found: Iterable[Step]) -> Iterator[Piece]:
    for step in found:
        sides = ((None, step.now),) if step.same else ((Mark.DELETED, step.before), (Mark.INSERTED, step.now))
        for mark, side in sides:
            if side:
                yield Piece(mark, plain_text([word.node for word in side]))


def steps(before: Sequence[Word], now: Sequence[Word]) -> list[Step]:
    """Both texts from beginning to end: changes a space apart are joined, then those a crumb apart."""
    return _joined(_joined(list(_steps(before, now)), _is_space), _is_crumb)


def _joined(found: Sequence[Step], is_nothing: Callable[[Step, Step, Step], bool]) -> list[Step]:
    joined: list[Step] = []
    for step, after in zip_longest(found, found[1:]):
        swallowed = step.same and joined and after and is_nothing(step, joined[-1], after)
        if joined and (swallowed or not (step.same or joined[-1].same)):
            joined[-1] = joined[-1].with_next(step)
        else:
            joined.append(step)
    return joined


def _steps(before: Sequence[Word], now: Sequence[Word]) -> Iterator[Step]:
    matcher = SequenceMatcher(None, _keys(before), _keys(now), autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        yield Step(kind == "equal", tuple(before[start:end]), tuple(now[new_start:new_end]))


def _keys(found: Iterable[Word]) -> list[str]:
    return [word.key for word in found]


def _is_space(step: Step, _before: Step, _after: Step) -> bool:
    return not step.size


def _is_crumb(step: Step, before: Step, after: Step) -> bool:
    """Whether words that stayed are too few to be seen between two changes; a citation or number never is."""
    words_only = all(word.blank or word.plain for word in step.now)
    return words_only and step.size <= min(_CRUMBS, before.size - 1, after.size - 1)
