"""Bibliographies from BibTeX files: every entry with its places, whatever is broken around it."""

from collections.abc import Iterable, Iterator, Sequence

from reportkit.adapters.bibtex_blocks import read_blocks
from reportkit.adapters.bibtex_contradictions import contradictions
from reportkit.adapters.bibtex_entry import Problem, RawEntry, RawField
from reportkit.model.bibliography import Bibliography, Field, Reference
from reportkit.model.diagnostic import Fault
from reportkit.model.location import Location, SourceText, Span

_NOT_A_REFERENCE = {"comment", "preamble", "string"}


def read_bibliography(sources: Sequence[SourceText]) -> Bibliography:
    """All entries of these files, with faults for what is broken, doubled or missing."""
    strings: dict[str, str] = {}
    references: list[Reference] = []
    faults: list[Fault] = []
    for source in sources:
        blocks = read_blocks(source.text)
        found = [_reference(source, block, strings) for block in _entries(source, blocks, strings)]
        broken = [_fault(source, block) for block in blocks if isinstance(block, Problem)]
        faults += broken if found or broken else [_no_entries(source)]
        references += found
    faults += contradictions(references)
    ordered = sorted(faults, key=lambda fault: fault.location)
    return Bibliography(tuple(references), tuple(ordered), tuple(sources))


def _entries(
    source: SourceText, blocks: Iterable[RawEntry | Problem], strings: dict[str, str]
) -> Iterator[RawEntry]:
    """The entries that can be cited; abbreviations are noted on the way, as they hold from there on."""
    for block in blocks:
        if not isinstance(block, RawEntry):
            continue
        if block.type == "string":
            strings |= {f.name: f.value.resolve(source.text, strings) for f in block.fields if f.value}
        elif block.type not in _NOT_A_REFERENCE and block.key:
            yield block


def _reference(source: SourceText, entry: RawEntry, strings: dict[str, str]) -> Reference:
    fields = tuple(_field(source, field, strings) for field in entry.fields)
    return Reference(entry.key, entry.type, fields, source.locate(entry.span), source.locate(entry.key_span))


def _field(source: SourceText, field: RawField, strings: dict[str, str]) -> Field:
    whole = source.locate(field.span)
    if field.value is None:
        return Field(field.name, "", whole, Location(source.filename, whole.end, whole.end))
    content = field.value.content
    inside = source.text[content.start : content.end]
    start = content.start + len(inside) - len(inside.lstrip())
    place = source.locate(Span(start, start + len(inside.strip())))
    return Field(field.name, field.value.resolve(source.text, strings), whole, place)


def _fault(source: SourceText, problem: Problem) -> Fault:
    place = source.locate(problem.span)
    return Fault(problem.code, problem.message, place, problem.hint, problem.subject)


def _no_entries(source: SourceText) -> Fault:
    place = Location.top(source.filename)
    return Fault("RKT004", "the bibliography has no entries", place, "Add the sources that the text cites.")
