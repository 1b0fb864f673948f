"""Documents composed from pieces of every construct, in every combination.

The pieces stand in text files, one in each line; `⏎` in a piece is a line end.
"""

from pathlib import Path
from random import Random

_FOLDER = Path(__file__).parent / "pieces"


def _pieces(name: str) -> list[str]:
    lines = (_FOLDER / f"{name}.txt").read_text("utf-8").split("\n")[:-1]
    return [line.replace("⏎", "\n") for line in lines]


_CITATIONS = _pieces("citations")
_INLINES = _pieces("inlines")
_LINES = _pieces("lines")
_INDENTS = [*[""] * 5, "  ", "    ", "   ", "> ", "- ", "1. ", "      ", "* > ", "(@) ", "[^1]: ", ": ", "\t"]
_SIGNS = [*"[](){}*_`~^$<>\\!@-.:;'\"|#=+&/%, \n\n\t", "@a", "@b", "[@c", "@d]", "x", "y1", "  ", "\n\n"]
_SIGNS += ["    ", "](", "^[", "[^1]", "{.c}", "```", "---", ":::", "> ", "- ", "1. ", "| "]


def document(random: Random) -> str:
    """A document of some lines: running text, block markers, blank lines, nested or not."""
    return "".join(_line(random) for _ in range(random.randint(1, 9)))


def paragraph(random: Random) -> str:
    """One paragraph dense with inline constructs."""
    return "".join(_piece(random) + random.choice(["", " ", " ", "\n"]) for _ in range(random.randint(1, 7)))


def noise(random: Random) -> str:
    """Signs with a meaning, in any order."""
    return "".join(random.choice(_SIGNS) for _ in range(random.randint(1, 30)))


def _line(random: Random) -> str:
    kind = random.randint(0, 9)
    if kind < 2:
        return "\n"
    marker = random.choice(_LINES) if kind < 6 else ""
    return random.choice(_INDENTS) + marker + _tail(random) + "\n"


def _tail(random: Random) -> str:
    return "".join(random.choice(["", " "]) + _piece(random) for _ in range(random.randint(0, 3)))


def _piece(random: Random) -> str:
    return random.choice(_CITATIONS if random.randint(0, 1) else _INLINES)
