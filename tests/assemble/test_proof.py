"""The proof finds what is there in spite of its form, and misses what is not."""

from hypothesis import given
from hypothesis import strategies as st

from reportkit.assemble.proof import Expected, Kind, Missing, prove

CITED = Expected(Kind.CITATION, "[1,2]")
RATE = Expected(Kind.TIED, "39/40 (97.5%)")
OTHER = Expected(Kind.TIED, "24/41")
CAPTION = Expected(Kind.TABLE, "Table 1. Studies and their patients [1,2].")


def _missing(*expected: Expected, text: str) -> list[str]:
    return [missing.expected.text for missing in prove(expected, text)]


def test_a_text_that_shows_everything_lacks_nothing() -> None:
    """Captions may hold citations; both are found."""
    text = "Hiccups stopped in 39/40 (97.5%) and 24/41 [1,2].\nTable 1. Studies and their patients [1,2]."
    assert _missing(RATE, OTHER, CITED, CAPTION, CITED, text=text) == []


def test_form_makes_no_difference() -> None:
    """Line ends, special spaces, ligatures, soft hyphens and hyphens at line ends are undone."""
    text = "in 39/40\u00a0(97.5%)\nTable\u202f1. Stud-\nies and their pa\u00adtients\n[1,\n2]. A ﬁnal T-"
    text += "cell-\nline"
    end = Expected(Kind.HEADING, "A final T-cell-line")
    assert _missing(RATE, CAPTION, end, text=text) == []


def test_a_removed_number_is_missing() -> None:
    """A tied number that is gone is found by its text."""
    assert _missing(RATE, OTHER, CITED, text="Hiccups stopped in 39/40 (97.5%) and [1,2].") == ["24/41"]


def test_a_changed_digit_is_missing() -> None:
    """One digit is enough."""
    assert _missing(RATE, OTHER, text="in 39/40 (97.6%) and 24/41") == ["39/40 (97.5%)"]


def test_two_numbers_that_changed_places_are_found() -> None:
    """Both are there, but not both in their place."""
    assert len(_missing(RATE, OTHER, text="in 24/41 and 39/40 (97.5%)")) == 1


def test_a_dropped_caption_is_missing() -> None:
    """The number of the table alone does not stand in for its caption."""
    assert _missing(CAPTION, text="See Table 1.") == [CAPTION.text]


def test_one_missing_item_does_not_hide_the_next() -> None:
    """A text that is found only far behind is left out rather than everything before it."""
    first, second, third = (Expected(Kind.CITATION, f"[{n}]") for n in (1, 2, 3))
    text = "a [1] b c [3] d [2]"
    assert _missing(first, second, third, text=text) == ["[2]"]


def test_a_number_is_not_found_inside_another() -> None:
    """7.5 is not in 97.5 or 7.51, 40 not in 401 or −40, but a full stop may follow."""
    number = Expected(Kind.TIED, "7.5")
    assert _missing(number, text="97.5 or 7.51 or 7.5.1 or −7.5") == ["7.5"]
    assert _missing(number, text="It was 7.5.") == []
    assert _missing(number, text="from 7.1–7.5, and 3") == []
    assert _missing(Expected(Kind.TIED, "40"), text="401, 140, 40,5") == ["40"]


def test_a_number_at_the_end_of_a_word_is_not_joined_to_the_next() -> None:
    """Spaces are left out of the comparison, but a number still ends at one."""
    assert _missing(Expected(Kind.TIED, "39 of 40"), text="in 39 of 40 2019 patients") == []


def test_the_same_text_twice_must_be_there_twice() -> None:
    """A citation does not stand in for its neighbour."""
    assert _missing(CITED, CITED, text="once [1,2].") == ["[1,2]"]


def test_the_evidence_index_does_not_stand_in_for_the_text() -> None:
    """With its rows expected too, a number that only the index still shows is missing."""
    row = Expected(Kind.EVIDENCE_ROW, "39/40 (97.5%); 95% CI 86.8–99.9")
    index = "Evidence index 39/40 (97.5%); 95% CI 86.8–99.9"
    assert _missing(RATE, row, text=f"Gone. {index}") == [RATE.text]
    assert _missing(RATE, row, text=f"In 39/40 (97.5%). {index}") == []


def test_the_message_names_kind_and_text() -> None:
    """An author reads what is missing."""
    assert str(Missing(Expected(Kind.TIED, "97.5%"))) == (
        "tied number “97.5%” is not there, or not in its place"
    )


WORDS = st.sampled_from(["[1]", "[2]", "97.5%", "3/4", "40", "rate"])


@given(st.lists(WORDS), st.data())
def test_a_text_made_of_the_expected_lacks_nothing_and_without_one_lacks_one(
    words: list[str], data: st.DataObject
) -> None:
    """Whatever is left out is missed, however often it occurs elsewhere."""
    expected = [Expected(Kind.TIED, word) for word in words]
    fillers = data.draw(
        st.lists(st.sampled_from(["and", "in\n", "the"]), min_size=len(words), max_size=len(words))
    )
    shown = [f"{filler} {word}" for filler, word in zip(fillers, words, strict=True)]
    assert prove(expected, " ".join(shown)) == ()
    if shown:
        del shown[data.draw(st.integers(0, len(shown) - 1))]
        assert len(prove(expected, " ".join(shown))) == 1
