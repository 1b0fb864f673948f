"""What an entry takes over from those that its `crossref` and `xdata` name, as pandoc hands it down."""

from collections.abc import Iterator, Mapping
from itertools import islice

from reportkit.model.bibliography import Bibliography, Field, Reference

_NEVER = frozenset(
    {"ids", "crossref", "xref", "xdata", "entryset", "entrysubtype", "execute", "label", "options"}
    | {"presort", "related", "relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro"}
    | {"sortkey"}
)
_OF_THE_PARENT = frozenset({"shorttitle", "sorttitle", "indextitle", "indexsorttitle"})
_ANCESTORS = 50  # more than anyone has; a chain through a whole bibliography would take time without end
_TITLES = ("title", "subtitle", "titleaddon")

# What the title of a parent is to its child; where nothing is said, it is taken for the child's own.
_PREFIXES: tuple[tuple[frozenset[str], frozenset[str], str], ...] = (
    (frozenset({"mvbook"}), frozenset({"book", "inbook", "bookinbook", "suppbook"}), "main"),
    (
        frozenset({"mvcollection", "mvreference"}),
        frozenset({"collection", "reference", "incollection", "inreference", "suppcollection"}),
        "main",
    ),
    (frozenset({"mvproceedings"}), frozenset({"proceedings", "inproceedings"}), "main"),
    (frozenset({"book"}), frozenset({"inbook", "bookinbook", "suppbook"}), "book"),
    (
        frozenset({"collection", "reference"}),
        frozenset({"incollection", "inreference", "suppcollection"}),
        "book",
    ),
    (frozenset({"proceedings"}), frozenset({"inproceedings"}), "book"),
    (frozenset({"periodical"}), frozenset({"article", "suppperiodical"}), "journal"),
)


def fields_of(reference: Reference, bibliography: Bibliography) -> Mapping[str, Field]:
    """All fields of an entry by name, with those that it inherits; its own come first, even empty ones."""
    fields = {field.name: field for field in reference.fields}
    if not reference.links:
        return fields
    for ancestor in islice(_ancestors(reference, bibliography), _ANCESTORS):
        for field in reversed(ancestor.fields):
            if name := _as_child(field.name, ancestor.type, reference.type):
                fields.setdefault(name, field)
    return fields


def _ancestors(reference: Reference, bibliography: Bibliography) -> Iterator[Reference]:
    """The parents of an entry and theirs, the nearest first, each once; a circle is left where it closes."""
    known, seen, generation = bibliography.by_key, {reference.key}, [reference]
    while generation:
        above = [key for heir in generation for link in heir.links for key in link.keys]
        fresh = [key for key in dict.fromkeys(above) if key in known and key not in seen]
        generation = [known[key] for key in fresh]
        seen.update(fresh)
        yield from generation


def _as_child(name: str, parent: str, child: str) -> str:
    """The name under which a field is inherited, empty for one that is not."""
    if name in _NEVER:
        return ""
    prefix = next((prefix for above, below, prefix in _PREFIXES if parent in above and child in below), "")
    if prefix and name in _OF_THE_PARENT:
        return ""
    return prefix + name if name in _TITLES else name
