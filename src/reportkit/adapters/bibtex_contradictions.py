"""What entries that can be read each have against another: keys, fields and circles of parents."""

from collections.abc import Container, Iterable, Iterator, Sequence

from reportkit.adapters.bibtex_circles import circles
from reportkit.model.bibliography import Bibliography, Field, Reference
from reportkit.model.diagnostic import Applicability, Fault, Fix, Related
from reportkit.model.location import SourceText, Span
from reportkit.rules.reading.removal import removal

_Place = tuple[SourceText, Span]


def contradictions(bibliography: Bibliography, broken: Container[_Place]) -> Iterator[Fault]:
    """Keys and fields that stand twice, and entries that inherit from themselves.

    In an entry that is broken nothing is mended, as its fields may be other ones.
    """
    doubled = (fault for part in bibliography.parts for fault in _duplicate_keys(part.references))
    yield from dict.fromkeys(doubled)
    yield from _duplicate_fields(bibliography.references, broken)
    yield from circles(bibliography.by_key)


def _duplicate_keys(references: Iterable[Reference]) -> Iterator[Fault]:
    first: dict[str, Reference] = {}
    for reference in references:
        if (before := first.setdefault(reference.key, reference)) is not reference:
            message = f"the key `{reference.key}` is already used at {before.key_location}"
            hint = "Rename one of the two, or remove it: pandoc silently uses the last."
            related = (Related(before.key_location, "the first entry with this key"),)
            yield Fault("BIB002", message, reference.key_location, hint, reference.key, related=related)


def _duplicate_fields(references: Iterable[Reference], broken: Container[_Place]) -> Iterator[Fault]:
    for reference in references:
        if len({field.name for field in reference.fields}) < len(reference.fields):
            by_name: dict[str, list[Field]] = {}
            for field in reference.fields:
                by_name.setdefault(field.name, []).append(field)
            for fields in by_name.values():
                yield from _copies(reference, fields, sound=(reference.source, reference.span) not in broken)


def _copies(reference: Reference, fields: Sequence[Field], *, sound: bool) -> Iterator[Fault]:
    """A fault for each field after the first; where all say the same, the later ones can go."""
    first = fields[0]
    same = all(_written(field) == _written(first) for field in fields)
    for field in fields[1:]:
        message = f"the entry `{reference.key}` has the field `{field.name}` twice"
        hint = "Remove the copy." if same else "Remove one of the two: pandoc silently uses the last."
        edits = (removal(field),)
        fix = Fix(Applicability.SAFE, "remove the copy", edits) if same and sound else None
        yield Fault("BIB006", message, field.location, hint, reference.key, fix)


def _written(field: Field) -> tuple[str, str]:
    """The words of a value: as meant, and as written, as not every blank is like another."""
    return field.value, field.source.text[field.value_start : field.value_end]
