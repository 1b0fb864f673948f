"""What is new: the versions of a review, newest first, and what each changed."""

from reportkit.items.inlines import escape
from reportkit.items.options import Shape
from reportkit.model.evidence import Evidence
from reportkit.model.items import Cell, Group, Item, Table
from reportkit.model.review import Review
from reportkit.model.versions import Version
from reportkit.tables._heads import Head, columns

OPTIONS: dict[str, Shape] = {}

_HEADS = (
    Head("Version", 14),
    Head("Why", 22),
    Head("Studies", 26),
    Head("Results", 12),
    Head("Conclusions", 18),
    Head("Methods", 18),
)
_NO_CHANGE = "no change"


def build(item: Item, review: Review) -> Table:
    """The table of all versions."""
    evidence = review.evidence or Evidence()
    ordered = sorted(evidence.versions, key=lambda version: version.date, reverse=True)
    rows = tuple(_row(version, evidence) for version in ordered)
    return Table(item.id, item.caption, columns(_HEADS), (Group("", rows),) if rows else (), item.notes)


def _row(version: Version, evidence: Evidence) -> tuple[Cell, ...]:
    texts = (
        f"{version.version}, {version.date}",
        version.trigger,
        _studies(version, evidence),
        _counted(version.results_changed),
        version.conclusions_changed or _NO_CHANGE,
        version.methods_changed or _NO_CHANGE,
    )
    return tuple(Cell(escape(text)) for text in texts)


def _studies(version: Version, evidence: Evidence) -> str:
    parts = (("added", version.studies_added), ("removed", version.studies_removed))
    told = (
        f"{what}: {', '.join(_name(study, evidence) for study in named)}" for what, named in parts if named
    )
    return "; ".join(told) or _NO_CHANGE


def _name(study: str, evidence: Evidence) -> str:
    known = evidence.studies_by_id.get(study)
    return known.name if known else study


def _counted(rows: tuple[str, ...]) -> str:
    return f"{len(rows)} row{'' if len(rows) == 1 else 's'} changed" if rows else _NO_CHANGE
