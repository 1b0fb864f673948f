"""Reading what a broken BibTeX block still says, and finding the place where it breaks."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reportkit.adapters.bibtex_entry import KEY_CHARACTERS, Mending, Problem, RawEntry, RawField
from reportkit.adapters.bibtex_salvage import plain_value, salvage_value
from reportkit.adapters.bibtex_values import BLANK, WORD, Braces, skip_blank
from reportkit.model.location import Span

_HEAD = re.compile(rf"@\s*+(\w*+){BLANK}([{{(])")
_HEAD_OR_COMMENT = re.compile(rf"%.*|(?:{_HEAD.pattern})")
_KEY = re.compile(f"[{KEY_CHARACTERS}]+")
_KEY_START = re.compile(r"[^\s,{}()=\"%#]*")
_KEY_END = re.compile(r"[^,\n={}]*+(?=,)")
_NEXT_FIELD = re.compile(r",|\n|(?=[})])")
_PARENTHESES = "pandoc does not read what stands in parentheses"
_ADD_COMMA, _DROP_COMMA, _WRITE_BRACES = "add the comma", "remove the comma", "write braces"


def recover(text: str, start: int, end: int) -> Iterator[RawEntry | Problem]:
    """The blocks between two places, each followed by what is wrong with it.

    Where more than one thing could have been meant, that is the first problem alone.
    """
    if text.find("@", start, end) < 0:
        return
    braces = Braces(text, start, end)
    while head := _next_head(text, start, end):
        block = _Block(text, head, end, braces)
        entry = block.read()
        if not block.certain:
            block = _Block(text, head, end, braces, suspicious=True)
            entry = block.read()
        yield entry
        told = block.problems if block.certain else [replace(block.problems[0], mending=None)]
        yield from (replace(problem, subject=entry.key or None) for problem in told)
        start = entry.span.end


def _next_head(text: str, start: int, end: int) -> re.Match[str] | None:
    """The head of the next block that is not commented out."""
    found = _HEAD_OR_COMMENT.finditer(text, start, end)
    return next((match for match in found if match[2]), None)


class _Block:
    """A walk through one block that goes on behind each problem.

    `certain` says that all delimiters have a partner, and that what is wrong can be put right in one way
    only. Where that fails the block is walked through again, `suspicious` of values that go on for too long.
    """

    def __init__(
        self, text: str, head: re.Match[str], end: int, braces: Braces, *, suspicious: bool = False
    ) -> None:
        self._text = text
        self._head = head
        self._end = end
        self._braces = braces
        self._value_at = salvage_value if suspicious else plain_value
        self._place = head.end()
        self._close = {"{": "}", "(": ")"}[head[2]]
        self._fields: list[RawField] = []
        self._key = Span(head.end(), head.end())
        self.problems: list[Problem] = []
        self.certain = True

    def read(self) -> RawEntry:
        """The block as far as it can be read."""
        kind = self._head[1].lower()
        self._check_head()
        if kind in {"comment", "preamble"}:
            self._skip_text()
        else:
            if kind != "string":
                self._read_key()
            self._read_fields()
        span = Span(self._head.start(), self._place)
        return RawEntry(kind, self._key_text, self._key, span, tuple(self._fields))

    @property
    def _key_text(self) -> str:
        return self._text[self._key.start : self._key.end]

    def _note(self, span: Span, message: str, hint: str, code: str = "BIB001") -> None:
        """Something that can be put right in several ways."""
        self.problems.append(Problem(code, message, span, hint))
        self.certain = False

    def _mend(self, span: Span, message: str, mending: Mending) -> None:
        """Something that can be put right in one way only."""
        hint = f"{mending.message.capitalize()}."
        self.problems.append(Problem("BIB001", message, span, hint, mending=mending))

    def _at(self, place: int, *marks: str) -> bool:
        return place < self._end and self._text.startswith(marks, place)

    def _skip_text(self) -> None:
        opening = Span(*self._head.span(2))
        if self._close == ")":
            self._note(opening, _PARENTHESES, "Write `@comment{…}` or `@preamble{…}`.")
            stop = self._text.find(")", opening.end, self._end)
        else:
            stop = self._braces.closing(opening.start) or -1
        if stop < 0:
            self._note(opening, "what opens here is never closed", "Add the missing `}`.")
        else:
            self._place = stop + 1

    def _check_head(self) -> None:
        word = self._head[1]
        if self._close == "}" and not (word.isalpha() and self._at(self._head.start() + 1, word)):
            name = Span(self._head.start(), self._head.end(1))
            self._note(name, "this is not the name of an entry type", "Write for example `@article{key, …}`.")

    def _read_key(self) -> None:
        start = skip_blank(self._text, self._place, self._end)
        stop, after = self._key_end(start)
        if start == stop or self._at(after, "="):
            message, hint = "the entry has no key", "Write a key behind the brace."
            self.problems.append(Problem("BIB004", message, Span(start, start + 1), hint))
            after = start
        else:
            self._key = Span(start, stop)
            self._check_key(after)
        self._place = after + 1 if self._at(after, ",") else after

    def _key_end(self, start: int) -> tuple[int, int]:
        """Where the key ends and what follows it begins; a flawed key goes on to the comma in its line."""
        stop = _end(_KEY_START.match(self._text, start, self._end), start)
        after = skip_blank(self._text, stop, self._end)
        flawed = (
            None if self._at(after, ",", "=", self._close) else _KEY_END.match(self._text, stop, self._end)
        )
        if flawed is None:
            return stop, after
        return start + len(self._text[start : flawed.end()].rstrip()), flawed.end()

    def _check_key(self, after: int) -> None:
        if not _KEY.fullmatch(self._key_text):
            message = f"pandoc cannot read the key `{self._key_text}`"
            self._note(self._key, message, "Use letters, digits and `-_:.` only, without blanks.")
        elif not self._at(after, ","):
            self._miss_comma(self._key.end, f"the key `{self._key_text}`")

    def _miss_comma(self, place: int, what: str) -> None:
        mending = Mending(_ADD_COMMA, ((Span(place, place), ","),))
        self._mend(Span(place, place + 1), f"a comma is missing after {what}", mending)

    def _read_fields(self) -> None:
        separated = True
        while (place := skip_blank(self._text, self._place, self._end)) < self._end:
            if _HEAD.match(self._text, place, self._end):
                self._place = place
                break
            self._place = place + 1
            if self._at(place, self._close):
                self._close_at(place)
                return
            if self._at(place, ","):
                if separated:
                    comma = Span(place, place + 1)
                    self._mend(comma, "there is a comma too many", Mending(_DROP_COMMA, ((comma, ""),)))
                separated = True
                continue
            if not separated:
                last = self._fields[-1]
                self._miss_comma(last.end, f"the field `{last.name}`")
            separated = not self._read_field(place)
        else:
            self._place = self._end
        message = "the entry that opens here is not closed before the next one"
        self._note(Span(*self._head.span(2)), message, "Look for a `}` that is missing.")

    def _close_at(self, place: int) -> None:
        """End the block; pandoc knows only braces around one."""
        self._place = place + 1
        if self._close == ")":
            opening, closing = Span(*self._head.span(2)), Span(place, place + 1)
            self._mend(opening, _PARENTHESES, Mending(_WRITE_BRACES, ((opening, "{"), (closing, "}"))))

    def _read_field(self, place: int) -> bool:
        """Read a field, or skip what is none and say so."""
        name = WORD.match(self._text, place, self._end)
        equals = skip_blank(self._text, name.end(), self._end) if name else place
        if name and self._at(equals, "="):
            self._read_value(name, equals + 1)
            return True
        found = name[0] if name else self._text[place]
        message = f"`{found}` was not expected here but `name = {{value}}`"
        self._note(Span(place, place + 1), message, "Look at this line and the one before it.")
        self._place = _end(_NEXT_FIELD.search(self._text, place + 1, self._end), self._end)
        return False

    def _read_value(self, name: re.Match[str], after: int) -> None:
        start = skip_blank(self._text, after, self._end)
        value, flaw = self._value_at(self._text, start, self._end, self._braces)
        if flaw:
            message = f"the value of `{name[0]}` {flaw}"
            self._note(Span(start, start + 1), message, "Look for a brace or quotation mark that is missing.")
        if value:
            self._fields.append(RawField.of(name[0], name.start(), value))
            self._place = value.span.end
        else:
            self._fields.append(RawField.empty(name[0], name.start(), after))
            self._place = after


def _end(match: re.Match[str] | None, otherwise: int) -> int:
    return match.end() if match else otherwise
