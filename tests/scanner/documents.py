"""Documents composed from pieces of every construct, in every combination.

The pieces stand in text files, one in each line; `⏎` in a piece is a line end, `…` is where other text goes.
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
_WRAPPERS = _pieces("wrappers")
_INDENTS = [*[""] * 5, "  ", "    ", "   ", "> ", "- ", "1. ", "      ", "* > ", "(@) ", "[^1]: ", ": ", "\t"]
_SIGNS = [*"[](){}*_`~^$<>\\!@-.:;'\"|#=+&/%, \n\n\t", "@a", "@b", "[@c", "@d]", "x", "y1", "  ", "\n\n"]
_SIGNS += ["    ", "](", "^[", "[^1]", "{.c}", "```", "---", ":::", "> ", "- ", "1. ", "| "]


def lines(random: Random) -> str:
    """Some lines: running text, block markers, blank lines, indented or not."""
    return "".join(_line(random) for _ in range(random.randint(1, 9)))


def paragraph(random: Random) -> str:
    """One paragraph dense with inline constructs."""
    return "".join(piece(random) + random.choice(["", " ", " ", "\n"]) for _ in range(random.randint(1, 7)))


def noise(random: Random) -> str:
    """Signs with a meaning, in any order."""
    return "".join(random.choice(_SIGNS) for _ in range(random.randint(1, 30)))


def nested(random: Random) -> str:
    """Inline constructs inside each other, one after the other, with a slip now and then."""
    gaps = ["", "", " ", "\n"]
    return with_slip(
        random, "".join(_wrapped(random, 3) + random.choice(gaps) for _ in range(random.randint(1, 4)))
    )


def piece(random: Random) -> str:
    """A citation or another inline construct."""
    return random.choice(_CITATIONS if random.randint(0, 1) else _INLINES)


def text(random: Random) -> str:
    """Up to three pieces, with spaces between them or not."""
    return "".join(random.choice(["", " "]) + piece(random) for _ in range(random.randint(0, 3)))


def with_slip(random: Random, document: str) -> str:
    """A document in which, now and then, a sign is missing or one too many."""
    if random.random() < 0.6 or not document:
        return document
    place, length = random.randrange(len(document)), random.choice([0, 1, 1, 4])
    slip: str = random.choice(["", "", "\n", " ", "  ", *_SIGNS])
    return document[:place] + slip + document[place + length :]


def _line(random: Random) -> str:
    kind = random.randint(0, 9)
    if kind < 2:
        return "\n"
    marker = random.choice(_LINES) if kind < 6 else ""
    return random.choice(_INDENTS) + marker + text(random) + "\n"


def _wrapped(random: Random, depth: int) -> str:
    if depth == 0 or random.random() < 0.3:
        return random.choice(["", "", "x", "(", "(", " "]) + piece(random)
    inside = random.choice(["", " "]).join(_wrapped(random, depth - 1) for _ in range(random.randint(1, 2)))
    return random.choice(_WRAPPERS).replace("…", inside)
