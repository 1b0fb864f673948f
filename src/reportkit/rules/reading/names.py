"""Lists of names in bibliography fields."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.model.location import Span

NAME_FIELDS = ("author", "editor", "translator")

_AND = re.compile(r"(?<=\s)and(?=\s)")
_BRACE = re.compile(r"[{}]")
_HIDDEN = re.compile(r"\\.|&(?:#\w+|[A-Za-z]+);", re.DOTALL)


def outside_braces(value: str) -> str:
    """The value with `x` for each character that braces, backslashes and HTML entities protect."""
    plain = _HIDDEN.sub(lambda found: "x" * len(found[0]), value)
    shown, depth, place = [], 0, 0
    for brace in _BRACE.finditer(plain):
        if brace[0] == "{":
            if depth == 0:
                shown.append(plain[place : brace.start()])
                place = brace.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                shown.append("x" * (brace.end() - place))
                place = brace.end()
    rest = plain[place:]
    return "".join((*shown, "x" * len(rest) if depth else rest))


@dataclass(frozen=True, slots=True)
class WrittenName:
    """One name of a list, as written, and where it stands; `plain` hides what braces protect."""

    text: str
    plain: str
    span: Span

    @property
    def is_whole(self) -> bool:
        """Whether braces keep the name from being taken apart."""
        return not self.plain.strip("x") and self.text.startswith("{")

    @property
    def is_labelled(self) -> bool:
        """Whether the parts of the name are named, as in `family=Nguyen, given=An`."""
        return "=" in self.plain.split(",")[0]

    @property
    def parts(self) -> tuple[str, ...]:
        """What stands between the commas outside braces."""
        commas = [i for i, char in enumerate(self.plain) if char == ","]
        bounds = zip((-1, *commas), (*commas, len(self.text)), strict=True)
        return tuple(self.text[start + 1 : end].strip() for start, end in bounds)


def names_in(value: str) -> Iterator[WrittenName]:
    """The names of a list, divided where pandoc divides them; `others` is none."""
    plain, start = outside_braces(value), 0
    for separator in _AND.finditer(plain):
        yield from _name(value, plain, Span(start, separator.start()))
        start = separator.end()
    yield from _name(value, plain, Span(start, len(value)))


def _name(value: str, plain: str, span: Span) -> Iterator[WrittenName]:
    whole = plain[span.start : span.end]
    start = span.start + len(whole) - len(whole.lstrip())
    end = start + len(whole.strip())
    if start < end and value[start:end] != "others":
        yield WrittenName(value[start:end], plain[start:end], Span(start, end))
