"""Documents of blocks inside each other, as an author writes them, with a slip now and then."""

from random import Random

from tests.scanner.documents import text, with_slip
from tests.scanner.drawn_tables import grid_table, multiline_table, pipe_table, simple_table

_GAPS = ["\n", "\n\n", "\n\n", "\n\n\n"]
_MARKERS = [
    "- ",
    "* ",
    "-   ",
    "1. ",
    "2) ",
    "(@) ",
    "(@good) ",
    "#. ",
    "a. ",
    "A.  ",
    "i) ",
    "@trap. ",
    "-     ",
]
_DIVS = ["::: note", "::: {#tbl:x .table item=y}", ":::: {.a}", "::: a :::"]
_ELEMENTS = ["div", "p", "table", "span", "pre", "details", "b", "x-y"]
_ATTRIBUTES = ["", " a=b", ' class="c d"']
_FENCES = ["```", "~~~", "````", "``` {.x}", "~~~ x"]
_LABELS = ["[ref]: ", "[^1]: ", "[^2]:\n", "[Ref two]:", "[@key]: "]
_ADDRESSES = ["http://x.org", "<a b>", "x y", "", "x @no"]
_TITLES = ["", ' "t @no"', " 't'", "\n  (t)", ' "a "b" c"', " {.c}", " @no", ' "t" @no']


def structure(random: Random) -> str:
    """Blocks three levels deep."""
    return with_slip(random, _blocks(random, 3))


def _blocks(random: Random, depth: int) -> str:
    return "".join(_block(random, depth) + random.choice(_GAPS) for _ in range(random.randint(1, 3)))


def _block(random: Random, depth: int) -> str:
    if depth == 0 or random.random() < 0.35:
        return random.choice(_LEAVES)(random)
    return random.choice(_CONTAINERS)(random, _blocks(random, depth - 1).rstrip("\n"))


def _one_line(random: Random) -> str:
    return text(random).replace("\n", " ").strip()


def _paragraph(random: Random) -> str:
    return "\n".join(text(random).strip() or "word" for _ in range(random.randint(1, 3)))


def _heading(random: Random) -> str:
    title = _one_line(random) or "Head"
    return random.choice(
        [f"# {title}", f"## {title} ##", f"{title}\n===", f"{title}\n---", f"# {title} {{#h}}"]
    )


def _line_block(random: Random) -> str:
    return "\n".join(random.choice(["| ", "|  ", "  ", "|"]) + text(random).strip() for _ in range(3))


def _code(random: Random) -> str:
    fence = random.choice(_FENCES)
    fenced = f"{fence}\n{_paragraph(random)}\n{fence.split()[0]}"
    return random.choice([fenced, fenced, "    " + _paragraph(random)])


def _definition(random: Random) -> str:
    return random.choice(_LABELS) + random.choice(_ADDRESSES) + random.choice(_TITLES)


def _list(random: Random, inside: str) -> str:
    marker = random.choice(_MARKERS)
    indent = " " * random.choice([len(marker), len(marker), 4, 2, len(marker) - 1])
    items = [inside, _paragraph(random)] if random.randint(0, 1) else [inside]
    return "\n".join(marker + item.replace("\n", "\n" + indent) for item in items)


def _quote(random: Random, inside: str) -> str:
    first, *rest = [random.choice(["> ", "> ", ">", " > "]) + line for line in inside.split("\n")]
    return "\n".join([first, *(line if random.random() < 0.85 else line.lstrip("> ") for line in rest)])


def _div(random: Random, inside: str) -> str:
    return f"{random.choice(_DIVS)}\n{inside}\n{random.choice([':::', ':::', '::::', ''])}"


def _footnote(random: Random, inside: str) -> str:
    indent = random.choice(["    ", "    ", "  ", ""])
    call = random.choice(["Call[^1].\n\n", "Call[^2][^1] ", "", "^[x] "])
    return call + random.choice(["[^1]:", "[^2]: ", "[^1]:\n"]) + " " + inside.replace("\n", "\n" + indent)


def _term(random: Random, inside: str) -> str:
    marker = random.choice([":   ", "~ ", ": "])
    indent = " " * random.choice([4, len(marker), 0])
    return _one_line(random) + random.choice(["\n", "\n\n"]) + marker + inside.replace("\n", "\n" + indent)


def _html(random: Random, inside: str) -> str:
    name, gap = random.choice(_ELEMENTS), random.choice(["", "\n", "\n\n", "\n  "])
    closing = random.choice([f"</{name}>", f"</{name}>", ""])
    return f"<{name}{random.choice(_ATTRIBUTES)}>{gap}{inside}{gap}{closing}"


_TABLES = [pipe_table, simple_table, multiline_table, grid_table]
_LEAVES = [_paragraph, _heading, _line_block, _code, _definition, *_TABLES]
_CONTAINERS = [_list, _list, _quote, _div, _footnote, _term, _html]
