"""A copy for reviewers has marks to find passages by, and says the same on the same pages."""

import re
from io import BytesIO
from itertools import count

import pikepdf
import pypdfium2
import pytest

from reportkit.adapters.reviewers_copy.request import ReviewersCopy
from reportkit.adapters.typesetter import typeset
from reportkit.errors import BuildError
from tests.documents.conftest import sample_page
from tests.documents.pdf_gate import faults

EDITED = "Reports were read one by one"


@pytest.fixture(scope="module")
def draft() -> str:
    """The sample as a draft whose paragraphs have ids."""
    numbers = count(2222)
    return re.sub("<p>", lambda _: f'<p id="p-bcdf-{next(numbers)}">', sample_page(draft=True))


@pytest.fixture(scope="module")
def plain(draft: str) -> bytes:
    """The draft that is no copy for reviewers."""
    return typeset(draft)


@pytest.fixture(scope="module")
def marked(draft: str) -> bytes:
    """The copy, with bars at one edited paragraph and one edited row."""
    earlier = draft.replace(EDITED, "Papers were read").replace("<td>48</td>", "<td>47</td>")
    return typeset(draft, copy=ReviewersCopy(earlier=earlier))


def _texts(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def _artifacts(pdf: bytes) -> list[bytes]:
    """What is drawn on each page apart from its content."""
    with pikepdf.open(BytesIO(pdf)) as document:
        contents = [page.Contents.read_bytes() for page in document.pages]
    return [b"".join(re.findall(rb"/Artifact\s+BMC\s(.*?)\sEMC", content, re.DOTALL)) for content in contents]


def _strips(pdf: bytes, left: float, right: float) -> list[int]:
    """How many dark dots each page has between two distances from its left edge, in points."""
    counts = []
    for page in pypdfium2.PdfDocument(pdf):
        picture = page.render(scale=2, grayscale=True).to_numpy()
        counts.append(int((picture[:, int(left * 2) : int(right * 2)] < 160).sum()))
    return counts


def test_the_copy_has_the_same_text_on_the_same_pages(plain: bytes, marked: bytes) -> None:
    """Line numbers, ids, bars and the word across the page move nothing and are in no copied text."""
    assert _texts(marked) == _texts(plain)


def test_the_copy_conforms_like_any_other(marked: bytes) -> None:
    """All that is added is drawn as artifact."""
    assert faults(marked) == []


def test_lines_are_numbered_and_paragraphs_named(plain: bytes, marked: bytes) -> None:
    """Numbers stand left of the text and ids right of it, on each page with running text."""
    for strip, pages in (((20, 46), 4), ((546, 590), 3)):
        added = [
            more > less for more, less in zip(_strips(marked, *strip), _strips(plain, *strip), strict=True)
        ]
        assert sum(added) >= pages


def test_bars_stand_beside_what_changed_alone(marked: bytes) -> None:
    """One paragraph and one row of a table, both on page 2."""
    strips = _strips(marked, 49, 52)
    assert strips[1] > 50
    assert sum(strips) == strips[1]


def test_a_draft_says_so_across_each_page_in_pale_letters(marked: bytes, page: str) -> None:
    """The word has at most a tenth of its colour; a page that is no draft has none."""
    pale = b"0.97 0.93 0.93 rg"
    assert all(pale in artifacts for artifacts in _artifacts(marked))
    assert not any(pale in artifacts for artifacts in _artifacts(typeset(page, copy=ReviewersCopy())))


def test_double_spacing_leaves_room_between_lines(draft: str, plain: bytes) -> None:
    """Only then do pages break elsewhere; the words stay."""
    spaced = typeset(draft, copy=ReviewersCopy(double_spaced=True))
    assert len(_texts(spaced)) > len(_texts(plain))
    assert faults(spaced) == []


def test_the_marks_need_the_font_of_the_page(draft: str) -> None:
    """Without it the build stops instead of drawing nothing."""
    with pytest.raises(BuildError, match="font that a reviewers' copy"):
        typeset(draft.replace('font-family:"Source Sans 3"', 'font-family:"Another"'), copy=ReviewersCopy())
