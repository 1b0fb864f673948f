"""Offsets kept as runs are the offsets that were given."""

from hypothesis import given
from hypothesis import strategies as st

from reportkit.model.offsets import Offsets, runs_of

RUNS = st.lists(
    st.builds(lambda start, length: range(start, start + length), st.integers(0, 50), st.integers(0, 9))
)
PLACES = st.none() | st.integers(-60, 60)


@given(RUNS)
def test_runs_are_read_like_the_numbers_they_stand_for(runs: list[range]) -> None:
    """Length, order and each single offset are those of a list of numbers."""
    numbers = [number for run in runs for number in run]
    offsets = Offsets(runs)
    assert list(offsets) == numbers
    assert len(offsets) == len(numbers)
    assert [offsets[place] for place in range(-len(numbers), len(numbers))] == numbers * 2


@given(RUNS, PLACES, PLACES)
def test_a_stretch_is_cut_like_a_list(runs: list[range], start: int | None, stop: int | None) -> None:
    """Any stretch holds the numbers that a list would give."""
    numbers = [number for run in runs for number in run]
    assert list(Offsets(runs)[start:stop]) == numbers[start:stop]


@given(RUNS)
def test_equal_numbers_make_equal_offsets(runs: list[range]) -> None:
    """However the runs were cut, the same numbers are the same offsets."""
    one_by_one = Offsets(runs_of([number for run in runs for number in run]))
    assert one_by_one == Offsets(runs)
    assert hash(one_by_one) == hash(Offsets(runs))
