"""Blocks that hold no other blocks: code, rules, raw LaTeX, line blocks."""

import re

from reportkit.model.tokens import Code
from reportkit.scanner import markers
from reportkit.scanner.blocks import Blocks, Passage
from reportkit.scanner.bookdown import labels_inside
from reportkit.scanner.fences import fence_at
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.labels import identifier
from reportkit.scanner.latex import latex_end
from reportkit.scanner.nodes import Block, Found, Node

_INDENTED = re.compile(r"(?:(?:[ ]*\n)*[ ]{4}[^\n]*\n)+")
_INDENT = re.compile(r"^(?:[ ]+$|[ ]{4})", re.MULTILINE)
_LINE = re.compile(r"\|[ ](?![ ]*\n)([^\n]*)\n((?:[ ][^\n]*\n)*)|\|[ ]*\n")
_TEXT_COMMAND = re.compile(
    r"\\(?:text[a-z]+|emph|mbox|cite[a-z]*|(?:page|eq)?ref|footnote|href|url|[a-zA-Z])(?![a-zA-Z])"
)
_NEXT_LINE = re.compile(r"[ ]*(?:\n(?![ ]*\n)[ ]*)?")
_BLOCK_COMMAND = re.compile(
    r"\\(?:begin|(?:new|clear|cleardouble)page|pagebreak|[vh]space|(?:sub)*section|chapter|part|maketitle|"
    r"tableofcontents|(?:re)?newcommand|newenvironment|usepackage|input|include)\b"
)


def fenced_code(blocks: Blocks, at: int) -> Passage | None:
    """Code between fences of backticks or tildes."""
    fence = fence_at(blocks.text, at, blocks.end)
    if fence is None:
        return None
    nodes = identifier(blocks.fragment, fence.attributes, "code")
    if not fence.is_raw:
        indent = re.compile(rf"^[ ]{{0,{fence.indent}}}", re.MULTILINE)
        content = indent.sub("", blocks.text[fence.start : fence.stop])
        nodes.append(Found(Code(content, blocks.place(at, fence.end), is_block=True)))
    return Passage(blocks.behind_blank_lines(fence.end), nodes)


def indented_code(blocks: Blocks, at: int) -> Passage | None:
    """Lines indented by four spaces."""
    found = _INDENTED.match(blocks.text, at, blocks.end)
    if found is None:
        return None
    content = _INDENT.sub("", found[0]).strip("\n")
    code = Found(Code(content, blocks.place(at, found.end()), is_block=True))
    return Passage(blocks.behind_blank_lines(found.end()), [code])


def rule(blocks: Blocks, at: int) -> Passage | None:
    """A horizontal rule."""
    end = markers.rule_at(blocks.text, at, blocks.end)
    return None if end is None else Passage(blocks.behind_blank_lines(end), ())


def raw_latex_block(blocks: Blocks, at: int) -> Passage | None:
    """An environment, or a command with nothing behind it."""
    if not blocks.text.startswith("\\", at):
        return None
    end = latex_end(blocks.text, at, blocks.end)
    if end is None:
        return None
    stands_alone = markers.is_blank(blocks.text, end, blocks.end) and not _TEXT_COMMAND.match(blocks.text, at)
    if not stands_alone and not _BLOCK_COMMAND.match(blocks.text, at, blocks.end):
        return None
    following = _NEXT_LINE.match(blocks.text, end, blocks.end)
    return Passage(following.end() if following else end, labels_inside(blocks.inlines(), at, end))


def line_block(blocks: Blocks, at: int) -> Passage | None:
    """Lines that begin with a bar and keep their breaks."""
    nodes: list[Node] = []
    here = at
    while found := _LINE.match(blocks.text, here, blocks.end):
        nodes += _line(blocks, found)
        here = found.end()
    return Passage(blocks.behind_blank_lines(here), nodes) if here > at else None


def _line(blocks: Blocks, found: re.Match[str]) -> list[Node]:
    if found[1] is None:
        return []
    parts = [blocks.fragment[slice(*found.span(1))]]
    start = found.start(2)
    while start < found.end(2):
        end = blocks.text.index("\n", start) + 1
        parts.append(blocks.fragment[start : end - 1])
        start = end
    match = blocks.lifted(Fragment.join(parts)).inlines().whole()
    return [Block(blocks.kind, match.nodes)]
