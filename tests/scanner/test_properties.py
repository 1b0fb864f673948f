"""What holds for any text at all."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.model.location import Span
from reportkit.model.tokens import Citation, Scan
from reportkit.scanner import scan
from tests.scanner.documents import lines, nested, noise, paragraph
from tests.scanner.structured_documents import structure

SIGNS = st.text(alphabet="[](){}*_`~^$<>\\!@-.:;'\"|#=+&/%, \n\tab1é\0", max_size=80)
COMPOSED = st.builds(
    lambda seed, compose: compose(Random(seed)),  # noqa: S311 - composes, keeps no secret
    st.integers(0, 2**32),
    st.sampled_from([lines, paragraph, noise, nested, structure]),
)
TEXTS = st.one_of(st.text(max_size=80), SIGNS, COMPOSED)
KINDS = (
    *("groups", "citations", "lost_citations", "cross_references", "ties", "exemptions"),
    *("labels", "headings", "items", "images", "raw_html", "footnotes"),
    *("links", "comments", "code", "chunks", "tables", "metadata"),
    *("undefined_notes", "unclosed", "uncited", "examples"),
)
MANY = settings(max_examples=200, deadline=None)


def spans(found: Scan) -> list[Span]:
    """The span of every token, and those inside it."""
    whole = [token.span for kind in KINDS for token in getattr(found, kind)]
    ties = [span for tie in found.ties for span in (tie.text_span, tie.rows_span)]
    keys = [citation.key_span for citation in found.citations]
    targets = [image.target_span for image in found.images]
    calls = [call for note in found.footnotes for call in note.calls]
    cells = [cell.span for table in found.tables for row in table.rows for cell in row]
    places = [link.target_span for link in found.links] + [entry.key_span for entry in found.metadata]
    return [*whole, *ties, *keys, *targets, *calls, *cells, *places, *found.urls]


@MANY
@given(TEXTS)
def test_never_raises(text: str) -> None:
    """Any text is read to its end."""
    scan(text)


@MANY
@given(TEXTS)
def test_same_again(text: str) -> None:
    """The same text gives the same tokens."""
    assert scan(text) == scan(text)


@MANY
@given(TEXTS)
def test_spans_lie_within(text: str) -> None:
    """Every token stands inside the text."""
    for span in spans(scan(text)):
        assert 0 <= span.start <= span.end <= len(text)


@MANY
@given(TEXTS)
def test_prose_lies_within(text: str) -> None:
    """Every character of prose has a place in the text, and no prose is empty or padded."""
    for prose in scan(text).prose:
        assert len(prose.offsets) == len(prose.text)
        assert prose.text == prose.text.strip() != ""
        assert all(0 <= offset < len(text) for offset in prose.offsets)


@MANY
@given(TEXTS)
def test_reading_order(text: str) -> None:
    """Tokens are listed in the order in which they stand."""
    found = scan(text)
    for tokens in (found.groups, found.ties, found.labels, found.headings, found.images):
        starts = [token.span.start for token in tokens]
        assert starts == sorted(starts)


def key_is_written(citation: Citation, text: str) -> bool:
    """Whether the key stands where the citation says, with its sign before it."""
    key = text[citation.key_span.start : citation.key_span.end]
    whole = text[citation.span.start : citation.span.end]
    opening = "-@" if citation.author_suppressed else "@"
    return key == citation.key and whole == opening + (f"{{{key}}}" if citation.braced else key)


@MANY
@given(COMPOSED.filter(lambda text: "\\" not in text and "&" not in text and "\t" not in text))
def test_keys_are_written_where_they_are_found(text: str) -> None:
    """The text at a citation is the citation, where no escape or entity makes it."""
    found = scan(text)
    assert all(key_is_written(citation, text) for citation in found.citations)
    written = [label for label in found.labels if label.kind != "automatic"]
    assert all(text[each.span.start : each.span.end] == each.label for each in written)


@pytest.mark.parametrize("mark", ["[", "]", "[[]", "*", "_", "**", "'", '"', "`", "$", "~~", "^[", "<span>"])
def test_unclosed_marks(mark: str) -> None:
    """Thousands of marks that nothing closes hide no citation behind them."""
    text = f"{mark} a " * 2000 + "\n\n[@hill2019]\n"
    assert [citation.key for citation in scan(text).citations] == ["hill2019"]


@pytest.mark.parametrize(
    "opening", ["[", "> ", "- ", "1. ", "<div>", "::: a\n", "(@) ", "*[", "^[", "[^1]: ", ": "]
)
def test_deep_nesting(opening: str) -> None:
    """Ten thousand levels are read, the innermost perhaps as plain text."""
    assert scan(opening * 10_000 + "@hill2019").citations is not None


def test_deep_brackets_keep_the_key() -> None:
    """A key inside thousands of brackets is still a citation."""
    text = "[" * 10_000 + "@hill2019" + "]" * 10_000
    assert [citation.key for citation in scan(text).citations] == ["hill2019"]


def test_a_long_key_at_the_start_of_a_block_is_read_at_once() -> None:
    """A key of any length that could be the label of an example takes no more time than others."""
    key = "maude2018" * 50
    assert [citation.key for citation in scan(f"@{key} said so.\n").citations] == [key]
