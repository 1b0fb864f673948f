"""Raw LaTeX, which pandoc passes through unread: commands with their arguments, environments."""

import re

from reportkit.scanner.inlines import Inlines, Match, Place

_COMMAND = re.compile(r"\\([A-Za-z]+)\*?")
_OPTION = re.compile(r"[ ]*(?:\n(?![ ]*\n)[ ]*)?\[")
_VERBATIM = re.compile(r"\\verb\*?([^\sA-Za-z*])[^\n]*?\1")
_BEGIN = re.compile(r"\\begin[ ]*\{([^{}\n]*)\}")


def raw_latex(inlines: Inlines, at: int, word_end: Place | None) -> Match | None:
    r"""`\command[option]{argument}`, `\verb|code|` or `\begin{name} … \end{name}`."""
    end = latex_end(inlines.text, at, inlines.end)
    return None if end is None else Match(end, (), word_end)


def latex_end(text: str, at: int, end: int) -> int | None:
    """Where the LaTeX that starts at a place ends, or None if none does."""
    command = _COMMAND.match(text, at, end)
    if command is None or command[1] == "end":
        return None
    if command[1] == "begin":
        return _environment_end(text, at, end)
    verbatim = _VERBATIM.match(text, at, end)
    return verbatim.end() if verbatim else _arguments_end(text, command.end(), end)


def _environment_end(text: str, at: int, end: int) -> int | None:
    begin = _BEGIN.match(text, at, end)
    if begin is None:
        return None
    depth = 0
    for edge in re.finditer(rf"\\(begin|end)[ ]*\{{{re.escape(begin[1])}\}}", text[at:end]):
        depth += 1 if edge[1] == "begin" else -1
        if depth == 0:
            return at + edge.end()
    return None


def _arguments_end(text: str, at: int, end: int) -> int | None:
    while option := _OPTION.match(text, at, end):
        closed = _group_end(text, option.end(), end, "[]")
        if closed is None:
            break
        at = closed
    brace = re.compile(r"[ ]*\{").match(text, at, end)
    while brace:
        closed = _group_end(text, brace.end(), end, "{}")
        if closed is None:
            return None
        at = closed
        brace = re.compile(r"\{").match(text, at, end)
    return at


def _group_end(text: str, at: int, end: int, pair: str) -> int | None:
    r"""Behind the bracket that closes the one just before `at`; no blank line may come before it."""
    depth = 1
    for token in re.compile(rf"\\.|\n[ ]*\n|[{re.escape(pair)}]", re.DOTALL).finditer(text, at, end):
        if token[0].endswith("\n"):
            return None
        depth += {pair[0]: 1, pair[1]: -1}.get(token[0], 0)
        if depth == 0:
            return token.end()
    return None
