"""Bibliographies from BibTeX files: every entry with its places, whatever is broken around it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from reportkit.adapters.bibtex_blocks import read_blocks
from reportkit.adapters.bibtex_contradictions import contradictions
from reportkit.adapters.bibtex_entry import Problem, RawEntry, RawField
from reportkit.adapters.bibtex_keys import NewKeys
from reportkit.adapters.bibtex_values import folded
from reportkit.adapters.guard import guarded
from reportkit.model.bibliography import Bibliography, Field, Macro, MacroUse, Reference
from reportkit.model.diagnostic import Edit, Fault, Fix
from reportkit.model.location import SourceText, Span

_NOT_A_REFERENCE = {"comment", "preamble", "string"}
_NO_ENTRIES = Problem(
    "RKT004", "the bibliography has no entries", Span(0, 0), "Add the sources that the text cites."
)


def read_bibliography(
    sources: Sequence[SourceText], shelves: tuple[frozenset[str], ...] = ()
) -> Bibliography:
    """All entries of these files, with faults for what is broken, doubled or missing.

    The `shelves` say which files are used together. While the files stay the same they are not read again.
    """
    return _read(tuple(sources), shelves, *(source.crlf_rows for source in sources))


@lru_cache(maxsize=2)
def _read(
    sources: tuple[SourceText, ...], shelves: tuple[frozenset[str], ...], *_: frozenset[int]
) -> Bibliography:
    """The same, given all that tells files apart."""
    reading = _Reading()
    failed = [fault for source in sources for fault in guarded(reading.read, source, None)[1]]
    bibliography = Bibliography(
        references=tuple(reading.references),
        sources=sources,
        macros=tuple(reading.macros),
        macro_uses=tuple(reading.macro_uses),
        shelves=shelves,
    )
    faults = [*failed, *reading.faults(), *contradictions(bibliography, reading.broken)]
    return replace(bibliography, faults=tuple(sorted(faults, key=lambda fault: fault.location)))


class _Reading:
    """What has been read so far: an abbreviation holds from where it stands on, in later files too."""

    def __init__(self) -> None:
        self.references: list[Reference] = []
        self.macros: list[Macro] = []
        self.macro_uses: list[MacroUse] = []
        self._known: dict[str, Macro] = {}
        self._problems: list[tuple[SourceText, Problem, RawEntry | None]] = []

    def read(self, source: SourceText) -> tuple[None, tuple[Fault, ...]]:
        """Take in the blocks of a file; what is wrong with them is told when all are read."""
        last: RawEntry | None = None
        before = len(self.references) + len(self._problems)
        for block in read_blocks(source.text):
            if isinstance(block, Problem):
                self._problems.append((source, block, last))
            else:
                last = block
                self._add(source, block)
        if before == len(self.references) + len(self._problems):
            self._problems.append((source, _NO_ENTRIES, None))
        return None, ()

    @property
    def broken(self) -> set[tuple[SourceText, Span]]:
        """The entries with problems."""
        return {(source, entry.span) for source, _, entry in self._problems if entry}

    def _add(self, source: SourceText, block: RawEntry) -> None:
        if block.type == "string":
            for field in block.fields:
                self._define(source, block, field)
        elif block.type not in _NOT_A_REFERENCE and block.key:
            fields = tuple([self._field(source, field, block.key) for field in block.fields])
            self.references.append(
                Reference(block.key, block.type, fields, source, block.span, block.key_span)
            )

    def _define(self, source: SourceText, block: RawEntry, raw: RawField) -> None:
        name = Span(raw.start, raw.start + len(raw.name))
        macro = Macro(raw.name, self._field(source, raw, None).value, source, block.span, name)
        self.macros.append(macro)
        self._known[raw.name] = macro

    def _field(self, source: SourceText, raw: RawField, key: str | None) -> Field:
        """A field without the blanks around its value, and with abbreviations written out."""
        name, start, end, first, last, expression = raw
        inside = source.text[first:last]
        if expression is None and (value := folded(inside)) == inside:
            return Field(name, value, source, start, end, first, last)
        stripped = inside.strip()
        if len(stripped) < len(inside):
            first += len(inside) - len(inside.lstrip())
            last = first + len(stripped)
        if expression is None:
            return Field(name, folded(inside), source, start, end, first, last)
        for word in expression.words(source.text):
            written = source.text[word.start : word.end]
            macro = self._known.get(written.lower())
            self.macro_uses.append(MacroUse(written, macro, key, source, word.start))
        return Field(name, expression.resolve(source.text, self._known), source, start, end, first, last)

    def faults(self) -> Iterator[Fault]:
        """What is wrong in the files, each with what mends it."""
        keys = NewKeys(reference.key for reference in self.references)
        for source, problem, entry in self._problems:
            if entry and problem.code == "BIB004":
                yield _fault(source, replace(problem, mending=keys.insertion(source.text, entry)))
            else:
                yield _fault(source, problem)


def _fault(source: SourceText, problem: Problem) -> Fault:
    place, mending = source.locate(problem.span), problem.mending
    edits = [Edit(source.locate(span), content) for span, content in mending.edits] if mending else []
    fix = Fix(mending.applicability, mending.message, tuple(edits)) if mending else None
    return Fault(problem.code, problem.message, place, problem.hint, problem.subject, fix)
