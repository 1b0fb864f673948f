"""What stands in the brackets of a citation: `[see @a, p. 3; -@b]`."""

from typing import NamedTuple

from reportkit.model.tokens import Citation
from reportkit.scanner.attributes import attributes_at, skip_break
from reportkit.scanner.brackets import label_end
from reportkit.scanner.citation_keys import citation_of, key_at
from reportkit.scanner.extracts import Place
from reportkit.scanner.inlines import Closer, Inlines, Match
from reportkit.scanner.nodes import Node


class Group(NamedTuple):
    """The citations of a group, what else stands in it, and where it ends."""

    citations: tuple[Citation, ...]
    others: tuple[Node, ...]
    end: int
    word_end: Place | None


def bracketed_group(inlines: Inlines, at: int, word_end: Place | None) -> Group | None:
    """A group in brackets that are neither those of a link nor of a span."""
    if not inlines.has("[", at) or inlines.text.find("@", at, inlines.end) < 0:
        return None
    start = skip_break(inlines.text, at + 1, inlines.end)
    group = None if start is None else _list(inlines, start, word_end)
    if group is None or inlines.targets.at(group.end) or label_end(inlines, group.end) is not None:
        return None
    return None if attributes_at(inlines.text, group.end, inlines.end) else group


def locator(inlines: Inlines, at: int, word_end: Place | None) -> Group | None:
    """`[p. 3; @b]` behind a key."""
    suffix = None if inlines.has("^", at + 1) else _suffix(inlines, at + 1, word_end)
    if suffix is None:
        return None
    close = _close(inlines, suffix.end)
    group = Group((), tuple(suffix.nodes), close, suffix.word_end) if close else None
    following = _next(inlines, suffix.end)
    rest = None if following is None else _list(inlines, following, suffix.word_end)
    if rest:
        group = rest._replace(others=(*suffix.nodes, *rest.others))
    is_other = group is None or inlines.text.startswith(("[", "(", "{"), group.end, inlines.end)
    return None if is_other else group


def _list(inlines: Inlines, at: int, word_end: Place | None) -> Group | None:
    """Citations between semicolons up to the closing bracket; all of them must have a key."""
    citations: list[Citation] = []
    others: list[Node] = []
    visited = []
    here: int | None = at
    while here is not None and (_list, here, word_end) not in inlines.hopeless:
        visited.append((_list, here, word_end))
        item = _item(inlines, here, word_end)
        if item is None:
            break
        citation, rest = item
        citations.append(citation)
        others += rest.nodes
        if close := _close(inlines, rest.end):
            return Group(tuple(citations), tuple(others), close, rest.word_end)
        here, word_end = _next(inlines, rest.end), rest.word_end
    inlines.hopeless.update(visited)
    return None


def _item(inlines: Inlines, at: int, word_end: Place | None) -> tuple[Citation, Match] | None:
    """One citation, and what stands before and behind its key."""
    prefix = inlines.until(_PREFIX, at, word_end)
    key = None if prefix is None else key_at(inlines, prefix.end, prefix.word_end)
    if prefix is None or key is None:
        return None
    suffix = _suffix(inlines, key.end, prefix.word_end)
    if suffix is None:
        return None
    return citation_of(inlines, key), suffix._replace(nodes=[*prefix.nodes, *suffix.nodes])


def _suffix(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    start = skip_break(inlines.text, at, inlines.end)
    return None if start is None else inlines.until(_SUFFIX, start, word_end)


def _next(inlines: Inlines, at: int) -> int | None:
    return skip_break(inlines.text, at + 1, inlines.end) if inlines.has(";", at) else None


def _close(inlines: Inlines, at: int) -> int | None:
    after = skip_break(inlines.text, at, inlines.end)
    return after + 1 if after is not None and inlines.has("]", after) else None


def _prefix_end(inlines: Inlines, at: int, word_end: Place | None) -> int | None:
    """The place of a key; a closing bracket is passed over, for pandoc then looks for a key behind it."""
    if inlines.has("]", at):
        return at + 1
    return at if key_at(inlines, at, word_end) else None


def _is_semicolon(inlines: Inlines, at: int) -> bool:
    return inlines.has(";", at)


def _suffix_end(inlines: Inlines, at: int, _word_end: Place | None) -> int | None:
    return at if inlines.has(";", at) or _close(inlines, at) else None


_PREFIX = Closer(_prefix_end, excludes=_is_semicolon)
_SUFFIX = Closer(_suffix_end)
