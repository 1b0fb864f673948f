"""Generated tables and figures, built from the declarations of a review."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportkit.adapters.pandoc import read_inlines
from reportkit.assemble.placement import BuiltItem
from reportkit.assemble.tables import markdown_of
from reportkit.figures import build_figure
from reportkit.formats.document.csv import table_csv
from reportkit.model.items import Figure, Item, Table
from reportkit.model.review import Review
from reportkit.scanner import scan
from reportkit.tables import build_table


def build_item(item: Item, review: Review) -> Table | Figure:
    """The table or figure that an item declares."""
    return build_figure(item, review) if item.kind == "figure" else build_table(item, review)


def with_item_citations(review: Review) -> Review:
    """The review with the keys that its tables and figures cite, by item id."""
    cited = {item.id: tuple(_cited(build_item(item, review))) for item in review.items}
    return replace(review, item_citations=cited)


def built_items(review: Review) -> Mapping[str, BuiltItem]:
    """Every item ready to be placed; all their Markdown is read by one pandoc."""
    values = {item.id: (item, build_item(item, review)) for item in review.items}
    stretches = list(dict.fromkeys(text for _, value in values.values() for text in _markdown(value)))
    inlines = dict(zip(stretches, read_inlines(stretches), strict=True))
    return {
        name: BuiltItem(value, bool(item.options.get("wide")), inlines, table_csv(_data(value)))
        for name, (item, value) in values.items()
    }


def _data(value: Table | Figure) -> Table:
    return value.data if isinstance(value, Figure) else value


def _markdown(value: Table | Figure) -> Iterator[str]:
    if isinstance(value, Table):
        yield from markdown_of(value)
    else:
        yield value.caption
        yield from value.notes


def _cited(value: Table | Figure) -> Iterator[str]:
    for text in _markdown(value):
        yield from (citation.key for citation in scan(text).citations)
