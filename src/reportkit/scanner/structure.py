"""Which blocks there are, in the order in which pandoc tries them."""

from reportkit.scanner.aliases import aliases
from reportkit.scanner.block_quotes import quote
from reportkit.scanner.blocks import Structure
from reportkit.scanner.divs import div
from reportkit.scanner.footnotes import footnote
from reportkit.scanner.headings import marked_heading, underlined_heading
from reportkit.scanner.html_blocks import html_block, html_div
from reportkit.scanner.leaves import fenced_code, indented_code, line_block, raw_latex_block, rule
from reportkit.scanner.lists import bullet_list, definition_list, numbered_list
from reportkit.scanner.metadata import yaml_block
from reportkit.scanner.references import link_definition
from reportkit.scanner.tables import table

STRUCTURE: Structure = (
    fenced_code,
    aliases,
    yaml_block,
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
)
