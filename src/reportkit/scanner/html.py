"""HTML tags and comments as pandoc recognises them in Markdown."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from reportkit.scanner.html_elements import BLOCK_ELEMENTS, BLOCK_OR_INLINE_ELEMENTS

_NAME = r"[^\W\d_](?:[\w:-]*[\w-])?"
# what is longer than that is no tag, lest a heap of them be read again and again
_VALUE = r"""[^\s>"'][^\s>]{0,2000}"""
_REST = r"[^>]{0,2000}"
_ATTRIBUTE = rf"""[^\W\d_][\w:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|{_VALUE}|(?=>)))?"""
_OPEN = re.compile(rf"<({_NAME})(?=[\s/>])((?:\s|/|{_ATTRIBUTE}(?=[\s/>]|(?<=[\"'])))*+)>")
_CARELESS = re.compile(rf"""<({_NAME})(?=[\s/])(?:=\s*(?:"[^"]*"|'[^']*'|(?!["']))|[^>=]){{0,2000}}+>""")
_CLOSE = re.compile(rf"</({_NAME})(?:\s{_REST})?>")
_EDGE = re.compile(rf"<!--(?:.*?-->)?|<(?:[/!?]|[^\W\d_]){_REST}>", re.DOTALL)
_COMMENT_END = re.compile(r"--(?:\s+|!)?>")
_INSTRUCTION = re.compile(rf"<\?[^\W\d_]{_REST}>")


class TagKind(Enum):
    """What stands between angle brackets."""

    OPEN = auto()
    CLOSE = auto()
    COMMENT = auto()
    INSTRUCTION = auto()


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, comment or processing instruction that ends before `end`."""

    kind: TagKind
    name: str
    end: int
    self_closing: bool = False

    @property
    def is_block(self) -> bool:
        """Whether it can stand on its own between blocks."""
        if self.kind in {TagKind.COMMENT, TagKind.INSTRUCTION}:
            return True
        return self.name in BLOCK_ELEMENTS or self.name in BLOCK_OR_INLINE_ELEMENTS

    @property
    def is_inline(self) -> bool:
        """Whether it can stand in running text."""
        if self.name == "script":
            return self.kind is TagKind.CLOSE
        return self.name == "style" or self.name not in BLOCK_ELEMENTS

    def closes(self, element: str | None) -> bool:
        """Whether it is the end tag of an element."""
        return self.kind is TagKind.CLOSE and self.name == element


class Tags:
    """The tags of one text; what was learnt at one place is kept for the next."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last = text.rfind(">")
        self._balanced: dict[tuple[str, int], int | None] = {}

    def at(self, at: int, end: int) -> Tag | None:
        """The tag that starts at a place, if one does."""
        text = self._text
        if at > self._last or not text.startswith("<", at, end):
            return None
        if text.startswith("<!", at, end):
            return self._comment(at, end)
        if found := _OPEN.match(text, at, end):
            return Tag(TagKind.OPEN, found[1].lower(), found.end(), text[found.end() - 2] == "/")
        if found := _CLOSE.match(text, at, end):
            return Tag(TagKind.CLOSE, found[1].lower(), found.end())
        found = _INSTRUCTION.match(text, at, end)
        return Tag(TagKind.INSTRUCTION, "?", found.end()) if found else None

    def careless_at(self, at: int, end: int) -> Tag | None:
        """A start tag whose attributes are no proper ones."""
        found = _CARELESS.match(self._text, at, end) if at < self._last else None
        return Tag(TagKind.OPEN, found[1].lower(), found.end()) if found else None

    def closes(self, at: int, end: int, element: str | None) -> bool:
        """Whether the end tag of an element stands at a place."""
        if element is None or not self._text.startswith("</", at, end):
            return False
        tag = self.at(at, end)
        return tag is not None and tag.closes(element)

    def balanced_end(self, opening: Tag, end: int) -> int | None:
        """Behind the end tag that belongs to a start tag, whatever stands between."""
        key = opening.name, opening.end
        if key not in self._balanced:
            self._balance(opening, end)
        behind = self._balanced[key]
        return behind if behind is not None and behind <= end else None

    def _balance(self, opening: Tag, end: int) -> None:
        """Pairs a start tag and all of its name behind it with their end tags."""
        still_open = [opening.end]
        edge = re.compile(rf"<(/?){re.escape(opening.name)}\b", re.IGNORECASE)
        for tag in _EDGE.finditer(self._text, opening.end, end):
            found = edge.match(tag[0])
            if tag[0] == "<!--":
                break
            if found and found[1]:
                self._balanced[opening.name, still_open.pop()] = tag.end()
            elif found:
                still_open.append(tag.end())
            if not still_open:
                return
        self._balanced.update(dict.fromkeys((opening.name, start) for start in still_open))

    def _comment(self, at: int, end: int) -> Tag | None:
        """A comment; browsers end one at `-- >` as well, and pandoc then takes it for none."""
        start = at + len("<!--")
        if not self._text.startswith("<!--", at, end) or self._text.startswith((">", "->"), start, end):
            return None
        index = bisect_left(self._comment_ends, (start,))
        if index == len(self._comment_ends):
            return None
        _, close, is_proper = self._comment_ends[index]
        return Tag(TagKind.COMMENT, "", close) if is_proper and close <= end else None

    @cached_property
    def _comment_ends(self) -> list[tuple[int, int, bool]]:
        """What may end a comment: where it starts, the place behind it, and whether pandoc takes it."""
        return [(*found.span(), found[0] == "-->") for found in _COMMENT_END.finditer(self._text)]
