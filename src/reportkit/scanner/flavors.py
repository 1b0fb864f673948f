"""The dialects of Markdown, and where each departs from what pandoc reads by itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportkit.model.tokens import CROSS_REFERENCE_PREFIXES

# https://quarto.org/docs/authoring/cross-references.html lists the reserved prefixes
_QUARTO = [
    "fig",
    "tbl",
    "lst",
    "tip",
    "nte",
    "wrn",
    "imp",
    "cau",
    "thm",
    "lem",
    "cor",
    "prp",
    "cnj",
    "def",
    "exm",
    "exr",
    "sol",
    "rem",
    "alg",
    "eq",
    "sec",
]


@dataclass(frozen=True, slots=True)
class Flavor:
    r"""What a tool does to a text before pandoc reads it, and what it has pandoc read.

    Keys that begin with one of `references` refer to figures and the like instead of works. `chunks` are run;
    `bookdown` has its own references, `\@ref(fig:x)`; `fills_in` names the kind of marks that are filled in;
    `equations` have labels behind them; `aliases` are short names of identifiers.
    """

    references: tuple[str, ...] = ()
    chunks: bool = False
    bookdown: bool = False
    fills_in: str = ""
    bare_links: bool = False
    backslash_math: bool = False
    equations: bool = False
    aliases: bool = False


FLAVORS: Mapping[str, Flavor] = {
    "pandoc": Flavor(references=CROSS_REFERENCE_PREFIXES),
    "quarto": Flavor(
        references=tuple(f"{letter}{kind[1:]}-" for kind in _QUARTO for letter in (kind[0], kind[0].upper())),
        chunks=True,
        fills_in="shortcodes",
        equations=True,
    ),
    "rmarkdown": Flavor(chunks=True, bookdown=True, bare_links=True, backslash_math=True),
    "manubot": Flavor(
        references=("fig:", "tbl:", "eq:", "sec:"), fills_in="jinja", equations=True, aliases=True
    ),
}
