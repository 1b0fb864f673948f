"""Two versions of a text merged into one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.assemble.tree import Node, Nodes, para, plain_text, words
from reportkit.redline.changes import without
from reportkit.redline.marking import Mark
from reportkit.redline.merging import merge_blocks
from tests.redline.reading import redlined, shown


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("A splint was taken off.", "A splint was cut off.", "A splint was [-taken-]{+cut+} off."),
        ("It fell to 97.5%.", "It fell to 96.5%.", "It fell to [-97.5%-]{+96.5%+}."),
        ("It healed\nfast.", "It healed fast.", "It healed fast."),
        ("It *healed* fast.", "It healed fast.", "It healed fast."),
        ("So [see](https://a.example).", "So [see](https://b.example).", "So [-see-]{+see+}."),
        ("It healed [@a; @b].", "It healed [@a; @c].", "It healed [-[@a; @b]-]{+[@a; @c]+}."),
        (
            "See two old herons of the small lake here.",
            "See six young ones of the wide river there.",
            "See [-two old herons of the small lake here-]{+six young ones of the wide river there+}.",
        ),
        ("Casts.\n\nHerons.", "Casts.\n\nHerons.\n\nBones.", "Casts.\nHerons.\n{+Bones.+}"),
        ("# Casts\n\nHeavy.", "# Splints\n\nHeavy.", "[-Casts-]{+Splints+}\nHeavy."),
        (
            "- one nest\n- two nests",
            "- one nest\n- six herons\n- two nests",
            "one nest\n{+six herons+}\ntwo nests",
        ),
        (
            "It healed[^a].\n\n[^a]: In a week.",
            "It healed[^b].\n\n[^b]: In a month.",
            "It healedIn a [-week-]{+month+}.\n.",
        ),
        ("`a`", "`b`", "[-a-]{+b+}"),
    ],
)
def test_what_came_and_what_went_is_marked(before: str, now: str, expected: str) -> None:
    """Words, citations, paragraphs, items and notes are compared each with its like; layout is no change."""
    assert redlined(before, now) == expected


HEAD = "| arm | healed |\n|---|---|\n"


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("| cast | 1 |\n| splint | 2 |", "| cast | 1 |\n| splint | 3 |", "cast 1 splint [-2-]{+3+}"),
        ("| cast | 1 |", "| cast | 1 |\n| splint | 3 |", "cast 1 {+splint+} {+3+}"),
        ("| cast | 1 |\n| splint | 3 |", "| splint | 3 |", "[-cast-] [-1-] splint 3"),
        ("| cast | 1 |", "| cast | |", "cast [-1-]"),
    ],
)
def test_tables_are_compared_by_cell(before: str, now: str, expected: str) -> None:
    """A row is known by its first cell: one changed number is one changed cell."""
    assert " ".join(redlined(HEAD + before, HEAD + now).split()) == f"arm healed {expected}"


def test_a_column_that_came_is_a_column_of_marks() -> None:
    """The other columns are recognised by their heads, although they moved."""
    now = "| arm | patients | healed |\n|---|---|---|\n| cast | 9 | 1 |"
    assert " ".join(redlined(HEAD + "| cast | 1 |", now).split()) == "arm {+patients+} healed cast {+9+} 1"


def test_what_went_keeps_no_name() -> None:
    """The name of a heading that went is free for one that came, and nothing links to it."""
    merged = merge_blocks([_heading("one", "Casts")], [_heading("one", "Splints and sleeves")])
    assert str(merged).count("'one'") == 1


def _heading(name: str, text: str) -> Node:
    return {"t": "Header", "c": [1, [name, [], []], words(text)]}


WORD = st.sampled_from(["one", "two", "three", "heron", "9.5%", "(a)", "nest,", "end."])
TEXT = st.lists(WORD, min_size=1, max_size=9).map(" ".join)
PARAGRAPH = TEXT.map(lambda text: para(words(text)))
CELL = TEXT.map(lambda text: [["", [], []], {"t": "AlignLeft"}, 1, 1, [para(words(text))]])


def _list(items: list[Nodes]) -> Node:
    return {"t": "BulletList", "c": items}


def _table(rows: list[list[Node]]) -> Node:
    width = min(map(len, rows))
    grid = [[["", [], []], row[:width]] for row in rows]
    columns = [[{"t": "AlignLeft"}, {"t": "ColWidthDefault"}]] * width
    head, foot = [["", [], []], grid[:1]], [["", [], []], []]
    return {
        "t": "Table",
        "c": [["", [], []], [None, []], columns, head, [[["", [], []], 0, [], grid[1:]]], foot],
    }


TABLE = st.lists(st.lists(CELL, min_size=1, max_size=3), min_size=1, max_size=3).map(_table)
BLOCKS = st.lists(
    st.one_of(PARAGRAPH, st.lists(st.lists(PARAGRAPH, min_size=1, max_size=2), min_size=1).map(_list), TABLE),
    max_size=4,
)


def _words(blocks: Nodes) -> list[str]:
    return plain_text(blocks, " ").split()


@settings(max_examples=40)
@given(BLOCKS, BLOCKS)
def test_a_redline_holds_both_editions(before: Nodes, now: Nodes) -> None:
    """Without what went it reads as the later edition, without what came as the earlier one."""
    merged = merge_blocks(before, now)
    assert _words(without(Mark.DELETED, merged)) == _words(now)
    assert _words(without(Mark.INSERTED, merged)) == _words(before)


@settings(max_examples=40)
@given(BLOCKS)
def test_nothing_changed(blocks: Nodes) -> None:
    """An edition compared with itself has no marks."""
    assert shown(merge_blocks(blocks, blocks)) == shown(blocks)
