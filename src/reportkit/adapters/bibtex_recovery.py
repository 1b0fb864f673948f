"""Reading what a broken BibTeX block still says, and finding the place where it breaks."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reportkit.adapters.bibtex_entry import KEY, Problem, RawEntry, RawField
from reportkit.adapters.bibtex_salvage import salvage_value
from reportkit.adapters.bibtex_values import WORD, closing_brace, skip_blank
from reportkit.model.location import Span

_HEAD = re.compile(r"@\s*(\w*)\s*([{(])")
_KEY_START = re.compile(r"[^\s,{}()=\"%#]*")
_KEY_END = re.compile(r"[^,\n={}]*(?=,)")
_NEXT_FIELD = re.compile(r",|\n|(?=[})])")


def recover(text: str, start: int, end: int) -> Iterator[RawEntry | Problem]:
    """The blocks between two places, each followed by the first problem that it has."""
    while head := _HEAD.search(text, start, end):
        block = _Block(text, head, end)
        entry = block.read()
        yield entry
        if block.problem:
            yield replace(block.problem, subject=entry.key or None)
        start = entry.span.end


class _Block:
    """A walk through one block that goes on behind each problem and keeps the first."""

    def __init__(self, text: str, head: re.Match[str], end: int) -> None:
        self._text = text
        self._head = head
        self._place = head.end()
        self._end = end
        self._close = {"{": "}", "(": ")"}[head[2]]
        self._fields: list[RawField] = []
        self._key = Span(head.end(), head.end())
        self.problem: Problem | None = None

    def read(self) -> RawEntry:
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
        self.problem = self.problem or Problem(code, message, span, hint)

    def _at(self, place: int, *marks: str) -> bool:
        return place < self._end and self._text.startswith(marks, place)

    def _skip_text(self) -> None:
        brace = self._head.end() - 1
        stop = closing_brace(self._text, brace, self._end) if self._close == "}" else None
        if stop is None:
            self._note(Span(brace, brace + 1), "what opens here is never closed", "Add the missing `}`.")
        else:
            self._place = stop + 1

    def _check_head(self) -> None:
        word = self._head[1]
        if self._close == ")":
            message = "pandoc does not read what stands in parentheses"
            self._note(Span(*self._head.span(2)), message, "Write `@type{key, …}` with braces.")
        elif not (word.isalpha() and self._at(self._head.start() + 1, word)):
            name = Span(self._head.start(), self._head.end(1))
            self._note(name, "this is not the name of an entry type", "Write for example `@article{key, …}`.")

    def _read_key(self) -> None:
        start = skip_blank(self._text, self._place, self._end)
        stop, after = self._key_end(start)
        if start == stop or self._at(after, "="):
            place = Span(start, start + 1)
            self._note(place, "the entry has no key", "Write a key behind the brace.", "BIB004")
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
        if not KEY.fullmatch(self._key_text):
            message = f"pandoc cannot read the key `{self._key_text}`"
            self._note(self._key, message, "Use letters, digits and `-_:.` only, without blanks.")
        elif not self._at(after, ","):
            gap = Span(self._key.end, self._key.end + 1)
            self._note(gap, f"a comma is missing after the key `{self._key_text}`", "Add the comma.")

    def _read_fields(self) -> None:
        separated = True
        while (place := skip_blank(self._text, self._place, self._end)) < self._end:
            self._place = place + 1
            if self._at(place, self._close):
                return
            if self._at(place, ","):
                if separated:
                    self._note(Span(place, place + 1), "there is a comma too many", "Remove the comma.")
                separated = True
                continue
            if not separated:
                last = self._fields[-1]
                gap = Span(last.span.end, last.span.end + 1)
                self._note(gap, f"a comma is missing after the field `{last.name}`", "Add the comma.")
            separated = not self._read_field(place)
        self._place = self._end
        message = "the entry that opens here is not closed before the next one"
        self._note(Span(*self._head.span(2)), message, "Look for a `}` that is missing.")

    def _read_field(self, place: int) -> bool:
        """Read a field, or skip what is none and say so."""
        name = WORD.match(self._text, place, self._end)
        equals = skip_blank(self._text, name.end(), self._end) if name else place
        if name and self._at(equals, "="):
            self._read_value(name, skip_blank(self._text, equals + 1, self._end))
            return True
        found = name[0] if name else self._text[place]
        message = f"`{found}` was not expected here but `name = {{value}}`"
        self._note(Span(place, place + 1), message, "Look at this line and the one before it.")
        self._place = _end(_NEXT_FIELD.search(self._text, place + 1, self._end), self._end)
        return False

    def _read_value(self, name: re.Match[str], start: int) -> None:
        value, flaw = salvage_value(self._text, start, self._end)
        if flaw:
            message = f"the value of `{name[0]}` {flaw}"
            self._note(Span(start, start + 1), message, "Look for a brace or quotation mark that is missing.")
        self._place = value.span.end if value else start
        span = Span(name.start(), self._place)
        self._fields.append(RawField(name[0].lower(), span, value))


def _end(match: re.Match[str] | None, otherwise: int) -> int:
    return match.end() if match else otherwise
