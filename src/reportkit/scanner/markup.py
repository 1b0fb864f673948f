"""Tags and comments as tokens."""

from reportkit.model.tokens import Comment, RawHtml, Unclosed
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.html import Tag, TagKind
from reportkit.scanner.nodes import Found

COMMENT_START = "<!--"
_COMMENT_END = "-->"


def markup(fragment: Fragment, at: int, tag: Tag) -> Found:
    """The comment, or the raw HTML, that a tag at a place is."""
    if tag.kind is not TagKind.COMMENT:
        return raw_html(fragment, at, tag.end)
    text = fragment.text[at + len(COMMENT_START) : tag.end - len(_COMMENT_END)]
    return Found(Comment(text, fragment.span(at, tag.end)))


def raw_html(fragment: Fragment, start: int, end: int) -> Found:
    """A stretch of HTML."""
    return Found(RawHtml(fragment.text[start:end], fragment.span(start, end)))


def unclosed(fragment: Fragment, kind: str, start: int, end: int) -> Found:
    """The opening mark of something that nothing closes."""
    return Found(Unclosed(kind, fragment.span(start, end)))
