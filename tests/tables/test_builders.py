"""Builders are found by looking, and what they cannot do is said."""

import pytest

from reportkit.model.review import Review
from reportkit.model.settings import Settings
from reportkit.tables import build_table, table_builders, table_faults
from tests.tables.miniature import evidence, item

_BUILDERS = {"harms", "ongoing", "outcomes", "source_discordance", "study_characteristics"}


def test_builders_are_found() -> None:
    """The kinds of tables that authors may use are the modules of the package that have no underscore."""
    assert table_builders().keys() >= _BUILDERS
    assert not any(name.startswith("_") for name in table_builders())


@pytest.mark.parametrize("builder", sorted(table_builders().keys() - {"prisma_checklist"}))
def test_a_table_without_evidence_is_empty(builder: str) -> None:
    """No evidence at all makes a table with heads and no rows."""
    table = build_table(item(f"{{kind: table, builder: {builder}, rows: ['*']}}"), Review(Settings()))
    assert table.rows == ()
    assert table.columns


def test_an_unknown_builder_makes_an_empty_table() -> None:
    """A draft is built although an item asks for a builder that does not exist."""
    assert build_table(item("{kind: table, builder: outcom}"), Review(Settings())).columns == ()


@pytest.mark.parametrize(
    ("declared", "message", "hint"),
    [
        ("builder: outcom", "no builder `outcom`", "Use one of approvals, at_a_glance, harms"),
        ("builder: outcomes, word: {}", "builder `outcomes` has no option `word`", "Did you mean `words`?"),
        ("builder: outcomes, words: [a]", "option `words` must be a mapping of texts", "Correct its value."),
        ("builder: ongoing, wide: 3", "option `wide` must be true or false", ""),
        (
            "builder: ongoing, zzz: 3",
            "builder `ongoing` has no option `zzz`",
            "options are records, studies.",
        ),
        ("builder: ongoing, studies: x", "option `studies` must be a list of texts", ""),
        ("builder: ongoing, records: {a: b}", "option `records` must be a mapping of mappings", ""),
        ("builder: outcomes, groups: [a]", "option `groups` must be a list of mappings", ""),
        ("builder: outcomes, other: [a]", "option `other` must be a text", ""),
    ],
)
def test_what_a_builder_cannot_do_is_said(declared: str, message: str, hint: str) -> None:
    """An item with an unknown builder or option, or a value of another shape, is named with a way out."""
    text = f"{{kind: table, {declared}}}"
    (fault,) = table_faults(item(text))
    assert fault.message == message
    assert hint in fault.hint
    assert fault.subject == "shown"


@pytest.mark.parametrize(
    ("declared", "message", "hint"),
    [
        ("notes: ['[]{ev=pot.b}']", "the evidence has no row `pot.b`", "Did you mean `pot.a`?"),
        ("remarks: {pot.a: '[1]{ev=zzz}'}", "the evidence has no row `zzz`", "Correct the id."),
        ("remarks: {pot.b*: x}", "`pot.b*` fits none of the item's rows", "Correct or remove it."),
        ("groups: [{title: x, rows: [pot.b]}]", "`pot.b` fits none of the item's rows", ""),
        ("notes: ['[]{ev=pot.a field=p}']", "row `pot.a` has no number for the empty brackets", "another"),
    ],
)
def test_rows_that_are_not_there_are_said(declared: str, message: str, hint: str) -> None:
    """Texts, groups and remarks of an item that name rows in vain are named themselves."""
    known = evidence("id,events,total\npot.a,1,2")
    (fault,) = table_faults(item(f"{{kind: table, builder: outcomes, rows: ['*'], {declared}}}"), known)
    assert fault.message == message
    assert hint in fault.hint


def test_values_of_another_shape_count_as_absent() -> None:
    """Options that cannot be used are ignored when a table is built."""
    text = "{kind: table, builder: outcomes, arms: x, groups: [1], words: [2], remarks: 3}"
    assert len(build_table(item(text), Review(Settings())).columns) == len(
        ("Outcome", "Time", "Result", "Analysed", "Source")
    )
