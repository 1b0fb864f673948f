"""HTML tags and comments as pandoc recognises them in Markdown."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from reportkit.scanner.html_elements import BLOCK_ELEMENTS, BLOCK_OR_INLINE_ELEMENTS

_NAME = r"[^\W\d_](?:[\w:-]*[\w-])?"
_ATTRIBUTE = r"""[^\W\d_][\w:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*|(?=>)))?"""
_OPEN = re.compile(rf"<({_NAME})(?=[\s/>])((?:\s|/|{_ATTRIBUTE}(?=[\s/>]|(?<=[\"'])))*+)>")
_CARELESS = re.compile(rf"""<({_NAME})(?=[\s/])(?:=\s*(?:"[^"]*"|'[^']*'|(?!["']))|[^>=])*+>""")
_CLOSE = re.compile(rf"</({_NAME})(?:\s[^>]*)?>")
_ANY_TAG = re.compile(r"<!--(?:.*?-->)?|<[^\W\d_][^>]*>|<[/!?][^>]*>", re.DOTALL)
_COMMENT_END = re.compile(r"--(?:\s+|!)?>")
_INSTRUCTION = re.compile(r"<\?[^\W\d_][^>]*>")


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


def tag_at(text: str, at: int, end: int) -> Tag | None:
    """The tag that starts at a place, if one does."""
    if not text.startswith("<", at, end):
        return None
    if text.startswith("<!", at, end):
        return _comment(text, at, end)
    if found := _OPEN.match(text, at, end):
        return Tag(TagKind.OPEN, found[1].lower(), found.end(), text[found.end() - 2] == "/")
    if found := _CLOSE.match(text, at, end):
        return Tag(TagKind.CLOSE, found[1].lower(), found.end())
    found = _INSTRUCTION.match(text, at, end)
    return Tag(TagKind.INSTRUCTION, "?", found.end()) if found else None


def careless_tag_at(text: str, at: int, end: int) -> Tag | None:
    """A start tag whose attributes are no proper ones."""
    found = _CARELESS.match(text, at, end)
    return Tag(TagKind.OPEN, found[1].lower(), found.end()) if found else None


def closes(text: str, at: int, end: int, element: str | None) -> bool:
    """Whether the end tag of an element stands at a place."""
    if element is None or not text.startswith("</", at, end):
        return False
    tag = tag_at(text, at, end)
    return tag is not None and tag.closes(element)


def balanced_end(text: str, opening: Tag, end: int) -> int | None:
    """Behind the end tag that belongs to a start tag, whatever stands between."""
    depth = 1
    edge = re.compile(rf"<(/?){re.escape(opening.name)}\b", re.IGNORECASE)
    for tag in _ANY_TAG.finditer(text, opening.end, end):
        if tag[0] == "<!--":
            return None
        if found := edge.match(tag[0]):
            depth += -1 if found[1] else 1
        if depth == 0:
            return tag.end()
    return None


def _comment(text: str, at: int, end: int) -> Tag | None:
    """A comment; browsers end one at `-- >` as well, and pandoc then takes it for none."""
    start = at + len("<!--")
    if not text.startswith("<!--", at, end) or text.startswith((">", "->"), start, end):
        return None
    close = _COMMENT_END.search(text, start, end)
    return Tag(TagKind.COMMENT, "", close.end()) if close and close[0] == "-->" else None
