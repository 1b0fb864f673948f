"""Chunks as tokens: their labels, and the captions in their options, which are Markdown."""

import re
from collections.abc import Iterator

from reportkit.model.location import Span
from reportkit.model.tokens import Chunk, Code, Label
from reportkit.scanner.bookdown import BOOKDOWN_LABEL
from reportkit.scanner.chunk_options import Option, Text, options
from reportkit.scanner.chunks import ChunkLines
from reportkit.scanner.flavors import Flavor
from reportkit.scanner.fragment import Fragment
from reportkit.scanner.nodes import Found, Node
from reportkit.scanner.theorems import THEOREM_LABELS

# engines whose content is Markdown
_PROSE = {"block", "block2", "asis", "proof", "remark", "solution", *THEOREM_LABELS}
_FIGURE_CAPTIONS = {"fig.cap", "fig-cap", "fig.subcap", "fig-subcap"}
_CAPTIONS = {*_FIGURE_CAPTIONS, "tab.cap", "tbl-cap", "tbl.cap", "tbl-subcap", "lst-cap"}
_SUBCAPTIONS = {"fig-subcap", "tbl-subcap"}
_SWITCHES = {"include", "eval"}
_OFF = {"FALSE", "F", "false"}
# code may write Markdown
_IN_CODE = {True: BOOKDOWN_LABEL, False: re.compile(r"\{#(?P<label>[\w:.-]+)")}
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


class Computed:
    """A chunk with what its options say."""

    def __init__(self, text: str, lines: ChunkLines, flavor: Flavor) -> None:
        self._text = text
        self._lines = lines
        self._flavor = flavor
        self._engine = text[slice(*lines.engine)]
        self._options = options(text, lines)
        self.span = Span(lines.start, lines.end)

    @property
    def is_prose(self) -> bool:
        """Whether its content is read as Markdown."""
        return self._engine.lower() in _PROSE and self._is_printed

    def tokens(self) -> list[Node]:
        """The chunk as code, and the labels it gives."""
        code = Code(self._text[slice(*self._lines.content)], self.span, is_block=True)
        labels = [Found(label) for label in self._labels()] if self._is_printed else []
        if self._lines.is_shown:
            return [Found(code)]
        if self.is_prose:
            return [*labels]
        name, place = self._label
        return [Found(Chunk(self._engine, name, self.span, place)), Found(code), *labels]

    def captions(self) -> list[Fragment]:
        """The texts that are printed as captions."""
        if not self._is_printed:
            return []
        named = [option for option in self._options if option.name in _CAPTIONS]
        return [_fragment(self._text, text) for option in named for text in option.texts]

    @property
    def _is_printed(self) -> bool:
        return not any(
            option.name in _SWITCHES and self._text[slice(*option.value)] in _OFF for option in self._options
        )

    @property
    def _label(self) -> tuple[str, Span]:
        """The option `label`, or the first that has no name."""
        for option in (*self._named("label"), *self._named("")):
            start, end = option.value
            if self._text[start] in "\"'" and end - start > 1:
                start, end = start + 1, end - 1
            if start < end and self._text[start] != ".":
                return self._text[start:end], Span(start, end)
        behind = self._lines.engine[1]
        return "", Span(behind, behind)

    def _named(self, name: str) -> Iterator[Option]:
        return (option for option in self._options if option.name == name)

    def _labels(self) -> Iterator[Label]:
        """What can be referred to: the label itself, or in bookdown the label with its kind before it."""
        own = self._kinds_of_label if self._flavor.bookdown else self._own_labels
        yield from own(*self._label)
        for written in _IN_CODE[self._flavor.bookdown].finditer(self._text, *self._lines.content):
            if self._flavor.bookdown or written["label"].startswith(self._flavor.references):
                yield Label(written["label"], Span(*written.span("label")), kind="automatic")

    def _kinds_of_label(self, name: str, place: Span) -> Iterator[Label]:
        """Without a caption for figures, nobody can tell what is printed: perhaps nothing."""
        if name and (kind := THEOREM_LABELS.get(self._engine.lower())):
            yield Label(f"{kind}:{name}", place, kind="chunk")
        elif name and any(option.name in _FIGURE_CAPTIONS for option in self._options):
            yield Label(f"fig:{name}", place, kind="chunk")
        elif name and not self.is_prose:
            yield from (Label(f"{kind}:{name}", place, kind="automatic") for kind in ("fig", "tab"))

    def _own_labels(self, name: str, place: Span) -> Iterator[Label]:
        if name.startswith(self._flavor.references):
            yield Label(name, place, kind="chunk")
            parts = [text for option in self._options if option.name in _SUBCAPTIONS for text in option.texts]
            for number in range(1, len(parts) + 1):
                yield Label(f"{name}-{number}", place, kind="chunk")
        for option in self._named("lst-label"):
            yield Label(self._text[slice(*option.value)], Span(*option.value), kind="chunk")


def _fragment(text: str, written: Text) -> Fragment:
    """A caption as R or YAML gives it to pandoc."""
    pieces = []
    for start, end in written.lines:
        pieces += _without_escapes(text, start, end) if written.has_escapes else [_piece(text, start, end)]
        pieces.append(Fragment("\n", [end]))
    return Fragment.join(pieces[:-1])


def _without_escapes(text: str, start: int, end: int) -> list[Fragment]:
    pieces = []
    for escape in _ESCAPE.finditer(text, start, end):
        pieces.append(_piece(text, start, escape.start()))
        meaning = "\n" if escape[1] == "n" else escape[1]
        pieces.append(Fragment(meaning, [escape.start(1)]))
        start = escape.end()
    return [*pieces, _piece(text, start, end)]


def _piece(text: str, start: int, end: int) -> Fragment:
    return Fragment(text[start:end], range(start, end))
