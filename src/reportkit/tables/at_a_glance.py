"""Evidence at a glance: for each product and setting the studies, their patients, design and certainty.

`groups` gives the settings their titles and their order, `products` the products theirs; a study stands once
under its product for the first of its settings that has a title. Patients are told study by study, as they
were enrolled, and never added up. Certainty is that of the judgements that rest on a study's results.
"""

from collections.abc import Iterable, Iterator, Mapping

from reportkit.items.inlines import escape
from reportkit.items.options import Shape, listed, records, words
from reportkit.model.certainty import Level
from reportkit.model.evidence import Evidence, Study
from reportkit.model.items import Cell, Group, Item, Table
from reportkit.model.review import Review
from reportkit.tables._heads import Head, columns
from reportkit.tables._studies import NOT_STATED, name_cell, shown_studies

OPTIONS = {
    "designs": Shape.WORDS,
    "groups": Shape.RECORDS,
    "products": Shape.WORDS,
    "studies": Shape.TEXTS,
}

_HEADS = (
    Head("Study", 22),
    Head("Setting", 20),
    Head("Enrolled", 32),
    Head("Design", 14),
    Head("Certainty", 12),
)
_NOT_RATED = "not rated"
_OTHER = "other"


def build(item: Item, review: Review) -> Table:
    """The matrix of an item's studies, product by product."""
    evidence = review.evidence or Evidence()
    studies = shown_studies(item, evidence)
    titles = words(item, "products")
    products = dict.fromkeys([*titles, *(study.product for study in studies)])
    groups = (_group(product, titles, studies, item, evidence) for product in products)
    return Table(item.id, item.caption, columns(_HEADS), tuple(g for g in groups if g.rows), item.notes)


def _group(
    product: str, titles: Mapping[str, str], studies: Iterable[Study], item: Item, evidence: Evidence
) -> Group:
    these = [study for study in studies if study.product == product]
    rows = tuple(
        _row(title, study, item, evidence) for title, those in _by_setting(these, item) for study in those
    )
    return Group(escape(titles.get(product) or product or _OTHER), rows)


def _by_setting(studies: Iterable[Study], item: Item) -> Iterator[tuple[str, list[Study]]]:
    named = {
        setting: str(group.get("title", ""))
        for group in records(item, "groups")
        for setting in listed(group.get("settings"))
    }
    found: dict[str, list[Study]] = {title: [] for title in (*named.values(), _OTHER)}
    for study in studies:
        found[next((named[s] for s in study.settings if s in named), _OTHER)].append(study)
    return ((title, those) for title, those in found.items() if those)


def _row(title: str, study: Study, item: Item, evidence: Evidence) -> tuple[Cell, ...]:
    design = words(item, "designs").get(study.design_type, escape(study.design_type))
    return (
        name_cell(study),
        Cell(escape(title)),
        Cell(escape(study.enrolled) or NOT_STATED),
        Cell(design or NOT_STATED),
        Cell(_certainty(study, evidence)),
    )


def _certainty(study: Study, evidence: Evidence) -> str:
    """The lowest and the highest level of what was rated, where they differ."""
    rows = {result.id for result in evidence.results if result.study == study.id}
    levels = {one.level for one in evidence.certainty if rows.intersection(one.rows)}
    return " to ".join(level.words for level in _ends(levels)) or _NOT_RATED


def _ends(levels: set[Level]) -> list[Level]:
    return sorted({min(levels), max(levels)}) if levels else []
