"""Declarations of tables and figures from `items/*.yaml` of the evidence folder.

A file says `kind` (`table` or `figure`), `builder`, `caption`, `rows` (result ids, or patterns such as
`trial.*`) and `notes`; its name is the item's id. All other keys are options of the builder.
"""

from collections.abc import Iterable

from reportkit.adapters.guard import guarded
from reportkit.adapters.yaml_records import Record, read_record
from reportkit.model.diagnostic import Fault
from reportkit.model.items import Item
from reportkit.model.location import SourceText

_KINDS = ("table", "figure")
_COMMON = ("kind", "builder", "caption", "rows", "notes")


def read_items(sources: Iterable[SourceText]) -> tuple[tuple[Item, ...], tuple[Fault, ...]]:
    """The items that can be built at all, and what is wrong with these and the others."""
    read = [guarded(_read, source, None) for source in sources]
    items = tuple(item for item, _ in read if item and item.kind in _KINDS and item.builder)
    return items, tuple(fault for _, faults in read for fault in faults)


def _read(source: SourceText) -> tuple[Item | None, tuple[Fault, ...]]:
    name = source.filename.rpartition("/")[2].removesuffix(".yaml")
    record = read_record(source, name)
    if isinstance(record, Fault):
        return None, (record,)
    item = _item(record, name, source)
    return item, tuple(record.faults)


def _item(record: Record, name: str, source: SourceText) -> Item:
    record.check_keys(_COMMON)
    kind = record.required("kind")
    if kind and kind not in _KINDS:
        record.note("TAB003", f"`{kind}` is no kind of item", "kind", "Write `table` or `figure`.")
    return Item(
        id=name,
        kind=kind,
        builder=record.required("builder"),
        caption=record.required("caption"),
        rows=record.texts("rows"),
        options={key: record.plain(key) for key in record.keys if key not in _COMMON},
        notes=record.texts("notes"),
        location=record.location,
        row_locations=record.text_places("rows"),
        source=source,
    )
