"""Manuscripts as files."""

import pytest

from reportkit.assemble.citations import CitingPlace
from reportkit.assemble.manuscript import Manuscript
from reportkit.assemble.outline import Entry
from reportkit.errors import BuildError
from reportkit.formats.document.manuscript import dump_manuscript, load_manuscript
from tests.assemble.reading import blocks_of

MANUSCRIPT = Manuscript(
    blocks_of("# Ein Kapitel\n\nText ≥ 5."),
    (Entry("ein-kapitel", "Ein Kapitel", "1", 1),),
    (CitingPlace("cite-1", ("a", "b"), bare=True),),
)


def test_a_manuscript_survives_its_file() -> None:
    """What is read back equals what was written."""
    assert load_manuscript(dump_manuscript(MANUSCRIPT)) == MANUSCRIPT


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"schema_version": 0}', b'{"schema_version": 1}', b"\xff"]
)
def test_anything_else_is_refused_in_one_line(content: bytes) -> None:
    """A broken or foreign file ends the step with a hint, not with a traceback."""
    with pytest.raises(BuildError) as caught:
        load_manuscript(content)
    assert caught.value.hint
