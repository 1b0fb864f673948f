"""Which blocks there are, in the order in which pandoc tries them."""

from reportkit.scanner.blocks import Structure
from reportkit.scanner.containers import div, footnote, quote
from reportkit.scanner.grammar import GRAMMAR
from reportkit.scanner.headings import marked_heading, underlined_heading
from reportkit.scanner.html_blocks import html_block, html_div
from reportkit.scanner.leaves import fenced_code, indented_code, line_block, raw_latex_block, rule
from reportkit.scanner.lists import bullet_list, definition_list, numbered_list
from reportkit.scanner.references import link_definition
from reportkit.scanner.tables import table

STRUCTURE = Structure(
    blocks=(
        fenced_code,
        bullet_list,
        html_div,
        div,
        underlined_heading,
        marked_heading,
        html_block,
        table,
        indented_code,
        raw_latex_block,
        line_block,
        quote,
        rule,
        numbered_list,
        definition_list,
        footnote,
        link_definition,
    ),
    grammar=GRAMMAR,
)
