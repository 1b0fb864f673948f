"""Metadata at the head of a chapter, whose texts are Markdown too: a title block, YAML."""

import re

from reportkit.model.tokens import ProseKind
from reportkit.scanner.blocks import Blocks, Passage
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.nodes import Found, Hidden, Node
from reportkit.scanner.yaml_texts import yaml_entries, yaml_texts

_TITLE_LINE = re.compile(r"%[ ]*([^\n]*\n(?:[ ](?![ ]*\n)[^\n]*\n)*)")
_TITLE_LINES = 3
_YAML_START = re.compile(r"---[ ]*\n(?![ ]*\n)")
_YAML_END = re.compile(r"^(?:---|\.\.\.)[ ]*\n", re.MULTILINE)


def title_block(blocks: Blocks) -> Passage:
    """Title, authors and date, each behind a percent sign on the first lines."""
    nodes: list[Node] = []
    end = blocks.extract.start
    for _ in range(_TITLE_LINES):
        line = _TITLE_LINE.match(blocks.text, end, blocks.end)
        if line is None:
            break
        nodes += (
            blocks.lifted(_without_indentation(blocks.fragment[slice(*line.span(1))])).inlines().whole().nodes
        )
        end = line.end()
    return Passage(end, [Hidden(nodes)])


def yaml_block(blocks: Blocks, at: int) -> Passage | None:
    """A mapping between `---` and `---` or `...`."""
    opening = _YAML_START.match(blocks.text, at, blocks.end)
    closing = _YAML_END.search(blocks.text, opening.end(), blocks.end) if opening else None
    if opening is None or closing is None:
        return None
    mapping = blocks.fragment[opening.end() : closing.start()]
    texts = yaml_texts(mapping)
    if texts is None:
        return None
    nodes = [node for text in texts for node in blocks.lifted(text, ProseKind.PARAGRAPH).all()]
    entries = [Found(entry) for entry in yaml_entries(mapping)]
    return Passage(blocks.behind_blank_lines(closing.end()), [*entries, Hidden(nodes)])


def _without_indentation(lines: Fragment) -> Fragment:
    pieces = re.finditer(r"[ ]*([^\n]*\n)", lines.text)
    return Fragment.join(lines[slice(*piece.span(1))] for piece in pieces)
