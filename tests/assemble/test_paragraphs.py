"""Paragraphs with ids."""

import re

from reportkit.assemble.paragraphs import with_paragraph_ids
from tests.assemble.reading import blocks_of, html_of


def ids_of(*chapters: str) -> list[str]:
    """The ids in a text, in order."""
    marked = with_paragraph_ids([blocks_of(chapter) for chapter in chapters])
    return [name for blocks in marked for name in re.findall(r'id="(p-[^"]+)"', html_of(blocks))]


def test_an_edit_elsewhere_changes_no_id() -> None:
    """Paragraphs may come, go and move to another chapter."""
    before = ids_of("# A\n\nHerons fish at dawn.\n\nThey rest at noon.", "# B\n\nBones heal.")
    after = ids_of("# N\n\nA first word.\n\nThey rest at noon.", "# A\n\nBones heal.\n\nHerons fish at dawn.")
    assert set(before) < set(after)


def test_paragraphs_and_list_items_have_ids_and_nothing_else_has() -> None:
    """A heading, a cell, a note and code have names of their own or none."""
    markdown = (
        "# Herons\n\nThey fish.[^n]\n\n[^n]: At dawn.\n\n> They rest.\n\n- loose\n\n- list\n\n1. tight\n"
        "2. too\n\n::: side\nApart.\n:::\n\nTerm\n: Its meaning.\n\n| a |\n|---|\n| b |\n\n```\ncode\n```\n"
    )
    assert len(ids_of(markdown)) == len(["fish", "rest", "loose", "list", "tight", "too", "apart", "meaning"])


def test_what_the_toolkit_prints_is_no_word_of_a_paragraph() -> None:
    """A citation, a mark of what is missing and a formula may change."""
    cited = "Bones heal [@reed2020, p. 3]; see @tbl:a [gone]{.missing} [*x*]{.formula}."
    assert ids_of(cited) == ids_of("Bones heal; see `code`.")
