"""What a manuscript promises, found again in a page and missed when it is gone."""

import pytest

from reportkit.assemble.expected import expected_of
from reportkit.assemble.manuscript import Manuscript
from reportkit.assemble.outline import outline
from reportkit.assemble.proof import Kind, prove
from tests.assemble.reading import blocks_of

_TEXT = """
# Key messages {.key-messages .unnumbered}

All [3/4]{#tie-1 .tie} went home.

# Walking

## Speed

They walked.^[Or limped.]

# Index {.unnumbered}

::: {.printed}
**3/4 (75.0%)**
:::
"""
_SHOWN = """Key messages All 3/4 went home.
Contents Key messages 1 Walking 1.1 Speed Index
1 Walking 1.1 Speed They walked. Or limped.
Index 3/4 (75.0%)"""


def _manuscript() -> Manuscript:
    numbered = outline([blocks_of(_TEXT)])
    blocks = [block for chapter in numbered.chapters for block in chapter]
    return Manuscript(blocks, numbered.entries, ())


def test_a_page_that_shows_everything_lacks_nothing() -> None:
    """The key messages come first, then the contents, then the text and the index."""
    assert prove(expected_of(_manuscript()), _SHOWN) == ()


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ("1.1 Speed They", "They", Kind.HEADING),
        ("1.1 Speed Index", "Index", Kind.CONTENTS_ENTRY),
        ("All 3/4", "All", Kind.TIED),
        ("Index 3/4 (75.0%)", "Index", Kind.EVIDENCE_ROW),
        ("Or limped.", "", Kind.FOOTNOTE),
    ],
)
def test_what_stands_elsewhere_does_not_hide_what_is_gone(was: str, now: str, kind: Kind) -> None:
    """A heading is in the contents, too, and a number in the index; where one is gone it is missed."""
    missing = prove(expected_of(_manuscript()), _SHOWN.replace(was, now))
    assert [found.expected.kind for found in missing] == [kind]


def test_words_around_a_citation_or_note_are_found_apart() -> None:
    """A heading, tie or note goes on behind a citation, and a note over several paragraphs."""
    text = "“Half [@a] walked” again.[^1]\n\n[^1]: By [@b] far.\n\n    And further.\n"
    expected = expected_of(Manuscript(blocks_of("# " + text), (), ()))
    assert [(item.kind, item.text) for item in expected] == [
        (Kind.HEADING, "“Half"),
        (Kind.HEADING, "walked” again."),
        (Kind.FOOTNOTE, "By"),
        (Kind.FOOTNOTE, "far."),
        (Kind.FOOTNOTE, "And further."),
    ]
