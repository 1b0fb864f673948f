"""Ids of paragraphs."""

from hypothesis import given
from hypothesis import strategies as st

from reportkit.measures.paragraph_ids import paragraph_ids, parts

TEXTS = st.lists(st.text(alphabet="ab 1.", max_size=12))
SENTENCE = "In the splint group more children had healed at six weeks than with a cast."


def id_of(text: str) -> str:
    """The id of a paragraph that stands alone."""
    return next(paragraph_ids([text]))


def test_an_id_is_short_and_can_be_read_aloud() -> None:
    """Two parts of four signs, without vowels and without signs that look alike."""
    assert parts(id_of(SENTENCE)) is not None
    assert set("aeiou01l").isdisjoint(id_of(SENTENCE).removeprefix("p-"))


def test_numbers_marks_and_case_do_not_count() -> None:
    """An update of the evidence, another quotation mark or a stressed word leaves the id as it is."""
    assert id_of("Healed: 19 of 25, “at once”.") == id_of('healed - 20 of 26 (76.9%), "At once"!')


def test_the_middle_of_a_paragraph_may_be_rewritten() -> None:
    """The first six words and the last six make the id."""
    assert id_of(SENTENCE) == id_of(SENTENCE.replace("had healed", "had, as we saw, fully healed"))


def test_a_new_beginning_leaves_the_second_part() -> None:
    """By it the paragraph is found again."""
    old, new = parts(id_of(SENTENCE)), parts(id_of("By contrast, " + SENTENCE))
    assert old
    assert new
    assert (old[0] != new[0], old[1] == new[1]) == (True, True)


def test_the_second_of_two_alike_has_a_number() -> None:
    """The first keeps its id whatever follows it; what has no words has none."""
    first, second, empty = paragraph_ids([SENTENCE, SENTENCE, "12.5"])
    assert (first, second, empty) == (id_of(SENTENCE), f"{id_of(SENTENCE)}-2", "")


@given(TEXTS, TEXTS)
def test_what_follows_changes_no_id(before: list[str], after: list[str]) -> None:
    """An id depends on its own words and, where these stand twice, on what stands before."""
    assert list(paragraph_ids([*before, *after]))[: len(before)] == list(paragraph_ids(before))


@given(TEXTS)
def test_no_two_paragraphs_share_an_id(texts: list[str]) -> None:
    """Whatever the texts are."""
    ids = [name for name in paragraph_ids(texts) if name]
    assert len(ids) == len(set(ids))


def test_words_of_other_names_are_no_ids() -> None:
    """A section may well begin with a p."""
    assert parts("p-values") is None
