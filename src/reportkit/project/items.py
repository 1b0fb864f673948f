"""Generated tables and figures, built from the declarations of a review."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reportkit.adapters.guard import guarded
from reportkit.adapters.pandoc import read_inlines
from reportkit.assemble.placement import BuiltItem
from reportkit.assemble.sanitise import sanitise
from reportkit.assemble.tables import markdown_of
from reportkit.assemble.tree import Nodes, missing
from reportkit.figures import build_figure, figure_faults
from reportkit.formats.document.csv import table_csv
from reportkit.items.language import in_language
from reportkit.model.diagnostic import Fault
from reportkit.model.items import Figure, Item, Table
from reportkit.model.languages import words_of
from reportkit.model.location import SourceText
from reportkit.model.review import Review
from reportkit.model.tokens import Scan
from reportkit.project.formulas import with_formulas
from reportkit.project.images import without_images
from reportkit.scanner import scan
from reportkit.tables import build_table, table_faults


def _build_item(item: Item, review: Review) -> Table | Figure:
    """The table or figure that an item declares."""
    return build_figure(item, review) if item.kind == "figure" else build_table(item, review)


def with_items(review: Review) -> Review:
    """The review with what its tables and figures mention, and with what they ask for in vain."""
    mentioned: dict[str, tuple[Scan, ...]] = {}
    faults: list[Fault] = []
    for item in review.items:
        mentioned[item.id], found = _looked_at(item, review)
        faults += found
    return replace(
        review,
        item_citations={
            name: _each(c.key for s in scans for c in s.citations) for name, scans in mentioned.items()
        },
        item_references={
            name: _each(r.label for s in scans for r in s.cross_references)
            for name, scans in mentioned.items()
        },
        item_rows={
            name: _each(row for s in scans for tie in s.ties for row in tie.rows)
            for name, scans in mentioned.items()
        },
        faults=(*review.faults, *faults),
    )


def _each(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _looked_at(item: Item, review: Review) -> tuple[tuple[Scan, ...], tuple[Fault, ...]]:
    """What stands in an item and what it asks for in vain; a builder that fails is a fault of its file."""
    source = item.source or SourceText(item.location.filename, "")
    nothing: tuple[Scan, ...] = ()
    return guarded(
        lambda _: (tuple(map(scan, _markdown(_build_item(item, review)))), _faults(item, review)),
        source,
        nothing,
    )


def built_items(review: Review) -> Mapping[str, BuiltItem]:
    """Every item ready to be placed; all their Markdown is read by one pandoc."""
    words = words_of(review.settings.language)
    values = {item.id: (item, in_language(_build_item(item, review), words)) for item in review.items}
    stretches = list(dict.fromkeys(text for _, value in values.values() for text in _markdown(value)))
    read = zip(stretches, read_inlines(stretches), strict=True)
    inlines = {text: _cleaned(inlines) for text, inlines in read}
    return {
        name: BuiltItem(value, bool(item.options.get("wide")), inlines, table_csv(_data(value)))
        for name, (item, value) in values.items()
    }


def _cleaned(inlines: Nodes | None) -> Nodes:
    if inlines is None:
        return [missing("this text is not one stretch of Markdown")]
    return with_formulas(without_images(sanitise(inlines)))


def _faults(item: Item, review: Review) -> tuple[Fault, ...]:
    return (figure_faults if item.kind == "figure" else table_faults)(item, review.evidence)


def _data(value: Table | Figure) -> Table:
    return value.data if isinstance(value, Figure) else value


def _markdown(value: Table | Figure) -> Iterator[str]:
    if isinstance(value, Table):
        yield from markdown_of(value)
    else:
        yield value.caption
        yield from value.notes
