"""The items of the PRISMA 2020 checklist, each with the place where it is reported or why it is not.

The item's option `places` maps a number to a reference such as `@sec:methods`, `not_done` to a reason. Of a
number in neither it says that nothing is stated.
"""

from collections.abc import Mapping

from reportkit.items.inlines import escape
from reportkit.items.options import Shape, words
from reportkit.model.items import Cell, Group, Item, Table
from reportkit.model.review import Review
from reportkit.tables._heads import Head, columns

OPTIONS = {"places": Shape.WORDS, "not_done": Shape.WORDS}

# Short names of the items; the statement itself has their full wording (10.1136/bmj.n71).
_ITEMS: Mapping[str, Mapping[str, str]] = {
    "Title and abstract": {"1": "Title", "2": "Abstract"},
    "Introduction": {"3": "Rationale", "4": "Objectives"},
    "Methods": {
        "5": "Eligibility criteria",
        "6": "Information sources",
        "7": "Search strategy",
        "8": "Selection process",
        "9": "Data collection process",
        "10": "Data items",
        "11": "Assessment of the risk of bias",
        "12": "Effect measures",
        "13": "Synthesis methods",
        "14": "Assessment of reporting bias",
        "15": "Assessment of certainty",
    },
    "Results": {
        "16": "Study selection",
        "17": "Study characteristics",
        "18": "Risk of bias in studies",
        "19": "Results of single studies",
        "20": "Results of syntheses",
        "21": "Reporting biases",
        "22": "Certainty of evidence",
    },
    "Discussion": {"23": "Discussion"},
    "Other information": {
        "24": "Registration and protocol",
        "25": "Support",
        "26": "Competing interests",
        "27": "Availability of data, code and other materials",
    },
}
_HEADS = (Head("Item", 8), Head("What it asks for", 40), Head("Where it stands", 52))
_NOT_STATED = "not stated"


def build(item: Item, review: Review) -> Table:  # noqa: ARG001 - every builder takes the review
    """The checklist with what the item says of each number."""
    places, not_done = words(item, "places"), words(item, "not_done")
    groups = tuple(
        Group(title, tuple(_row(number, name, places, not_done) for number, name in asked.items()))
        for title, asked in _ITEMS.items()
    )
    return Table(item.id, item.caption, columns(_HEADS), groups, item.notes)


def _row(number: str, name: str, places: Mapping[str, str], not_done: Mapping[str, str]) -> tuple[Cell, ...]:
    if number in places:
        where = places[number]
    elif number in not_done:
        where = f"Not done: {escape(not_done[number])}"
    else:
        where = _NOT_STATED
    return Cell(number), Cell(name), Cell(where)
