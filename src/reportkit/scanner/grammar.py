"""Which constructs a character may start, in the order in which pandoc tries them."""

from reportkit.scanner.angles import address, html_span, less_than, raw_html
from reportkit.scanner.bookdown import reference, written_label
from reportkit.scanner.citations import bracketed, example_reference, in_text
from reportkit.scanner.code_spans import code, unclosed_fence
from reportkit.scanner.emphasis import emphasis
from reportkit.scanner.flavors import Flavor
from reportkit.scanner.footnotes import inline_note, note_call
from reportkit.scanner.formulas import backslash_math, math, unclosed_math
from reportkit.scanner.inlines import Grammar
from reportkit.scanner.latex import raw_latex
from reportkit.scanner.links import image, link
from reportkit.scanner.punctuation import dash, ellipsis, entity, escape
from reportkit.scanner.quotations import quotation
from reportkit.scanner.scripts import raised_or_lowered, struck_out
from reportkit.scanner.spaces import line_break, space
from reportkit.scanner.spans import span

_PANDOC: Grammar = {
    " ": (space,),
    "\n": (line_break,),
    "`": (code, unclosed_fence),
    "_": (emphasis,),
    "*": (emphasis,),
    "^": (inline_note, raised_or_lowered),
    "[": (note_call, bracketed, span, link),
    "!": (image,),
    "$": (math, unclosed_math),
    "~": (struck_out, raised_or_lowered),
    "<": (address, html_span, raw_html, less_than),
    "\\": (escape, raw_latex),
    "@": (in_text, example_reference),
    '"': (quotation,),
    "'": (quotation,),
    "-": (in_text, dash),
    ".": (ellipsis,),
    "&": (entity,),
}


def grammar(flavor: Flavor) -> Grammar:
    """What a flavour reads in running text."""
    backslash = _PANDOC["\\"]
    if flavor.backslash_math:
        backslash = (backslash_math, *backslash)
    if flavor.bookdown:
        backslash = (reference, written_label, *backslash)
        return {**_PANDOC, "#": (written_label,), "\\": backslash}
    return {**_PANDOC, "\\": backslash}
