"""Raw LaTeX, which pandoc passes through unread: commands with their arguments, environments."""

import re

from reportkit.scanner.bookdown import labels_inside
from reportkit.scanner.extracts import Place
from reportkit.scanner.inlines import Inlines, Match

_COMMAND = re.compile(r"\\([^\W\d_]+)(?:[ ]*\*)?")
_ACCENT = re.compile(r"\\[bcdfhkrtuvGHU](?![^\W\d_])[ ]*[^\s{}\\]")
_SYMBOL = re.compile(r"\\(?:[oOlLijSP]|aa|AA|ae|AE|oe|OE|ss|l?dots|LaTeX|TeX|dag|copyright)(?![^\W\d_])")
_VERBATIM = re.compile(r"\\verb\*?([^\sA-Za-z*])[^\n]*?\1")
_BEGIN = re.compile(r"\\begin[ ]*\{([^{}\n]*)\}")
_OPTION = re.compile(r"[ ]*(?:\n(?![ ]*\n)[ ]*)?\[")
_OVERLAY = re.compile(r"<[^<>\[\]{}%\n]*>")
_LENGTH = re.compile(r"[ ]*=?-?[0-9]+(?:\.[0-9]+)?(?:pt|pc|in|bp|cm|mm|dd|cc|sp)?(?![^\W\d_])")
_FIRST_ARGUMENT = re.compile(r"[ ]*\{")
_NEXT_ARGUMENT = re.compile(r"\{")
# these take no argument, and those take all that stands behind them
_SIZES = frozenset(
    ["tiny", "scriptsize", "footnotesize", "small", "normalsize", "large", "Large", "LARGE", "huge", "Huge"]
)
_SWITCHES = frozenset(["em", "it", "sl", "bf", "tt", "rm", "itshape", "slshape", "scshape", "bfseries"])
_SWITCHED = re.compile(r"\\(?:begin|end)\b|\\.|%[^\n]*|[{}]|\$[^$\n]+\$|\$|\n[ ]*(?=\n)", re.DOTALL)
_LONGEST_SWITCHED = 5000
# what is not closed by then is not closed: the search must not run to the end again and again
_LONGEST_ARGUMENT = 1000
_TOKEN = re.compile(r"\\.|%[^\n]*|[{}\]]", re.DOTALL)


def raw_latex(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    r"""`\command[option]{argument}`, `\verb|code|` or `\begin{name} … \end{name}`."""
    end = latex_end(inlines.text, at, inlines.end)
    return None if end is None else Match(end, labels_inside(inlines, at, end), word_end)


def latex_end(text: str, at: int, end: int) -> int | None:
    """Where the LaTeX that starts at a place ends, or None if none does."""
    command = _COMMAND.match(text, at, end)
    if command is None or command[1] == "end":
        return None
    if command[1] == "begin":
        return _environment_end(text, at, end)
    if (
        complete := _VERBATIM.match(text, at, end)
        or _ACCENT.match(text, at, end)
        or _SYMBOL.match(text, at, end)
    ):
        return complete.end()
    if command[1] in _SIZES:
        return command.end(1)
    if command[1] in _SWITCHES:
        return _switched_end(text, command.end(1), end)
    return _arguments_end(text, command.end(), end)


def _switched_end(text: str, at: int, end: int) -> int | None:
    r"""Where the text ends that a switch such as `\it` changes: with its group, or with the paragraph."""
    opened: list[int] = []
    end = min(end, at + _LONGEST_SWITCHED)
    for token in _SWITCHED.finditer(text, at, end):
        if token[0] == "{":
            opened.append(token.start())
        elif token[0] == "$":
            return None
        elif token[0] in ("\\begin", "\\end") or token[0][0] == "\n" or (token[0] == "}" and not opened):
            return opened[0] if opened else token.start()
        elif token[0] == "}":
            opened.pop()
    return opened[0] if opened else end


def _environment_end(text: str, at: int, end: int) -> int | None:
    begin = _BEGIN.match(text, at, end)
    if begin is None:
        return None
    if re.compile(rf"\\end[ ]*\{{{re.escape(begin[1])}\}}").search(text, at, end) is None:
        return None
    depth = 0
    edges = re.compile(rf"\\(begin|end)[ ]*\{{{re.escape(begin[1])}\}}")
    for edge in edges.finditer(text, at, end):
        depth += 1 if edge[1] == "begin" else -1
        if depth == 0:
            return edge.end()
    return None


def _arguments_end(text: str, at: int, end: int) -> int | None:
    at = _options_end(text, at, end)
    length = _LENGTH.match(text, at, end)
    at = length.end() if length else at
    brace = _FIRST_ARGUMENT.match(text, at, end)
    while brace:
        closed = _closed(text, brace.end(), end, "}")
        if closed is None:
            return None
        at = closed
        brace = _NEXT_ARGUMENT.match(text, at, end)
    return at


def _options_end(text: str, at: int, end: int) -> int:
    while True:
        overlay = _OVERLAY.match(text, at, end)
        option = None if overlay else _OPTION.match(text, at, end)
        after = _closed(text, option.end(), end, "]") if option else overlay and overlay.end()
        if not after:
            return at
        at = after


def _closed(text: str, at: int, end: int, closer: str) -> int | None:
    """Behind the sign that closes what was opened before `at`; braces inside it come in pairs."""
    braces = 0
    for token in _TOKEN.finditer(text, at, min(end, at + _LONGEST_ARGUMENT)):
        if token[0] == closer and braces == 0:
            return token.end()
        braces += {"{": 1, "}": -1}.get(token[0], 0)
        if braces < 0:
            return None
    return None
