import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.adapters.studies import read_studies
from reportkit.model.location import SourceText


def faults(text: str) -> list[str]:
    """What is wrong with a studies file."""
    found = read_studies(SourceText("studies.yaml", text))[1]
    return [f"{f.location.start.row}:{f.location.start.column} {f.code} {f.message}" for f in found]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "1:1 RKT009 the file has to consist of `key: value` lines"),
        ("- id: firm", "1:1 RKT009 the file has to consist of `key: value` lines"),
        ("studies: [", "1:11 RKT009 this is not YAML: "),
        ("studies:\n- id: firm\n name: x", "3:2 RKT009 this is not YAML: "),
        ("studies:\n\t- id: firm", "2:1 RKT009 this is not YAML: "),
        ("studies: 'ü", "1:12 RKT009 this is not YAML: "),
        ("studies: []\n---\nstudies: []", "3:1 RKT009 a second document begins here"),
        ("studies: \x07", "1:1 RKT009 this is not YAML: "),
        ("? [a]\n: b", "1:3 RKT009 a key has to be text"),
        ("a: " + "[" * 30 + "]" * 30, "1:24 RKT009 this is nested more than 20 levels deep"),
        ("a: " + "[" * 100_000, "1:"),
        ("a: &x [1]\nb: *x", "2:4 RKT009 an alias (`*`) stands here; write out what it repeats"),
        ("a: &x [*x]", "1:8 RKT009 an alias (`*`) stands here; write out what it repeats"),
    ],
)
def test_file_that_is_no_plain_yaml_is_one_fault(text: str, fault: str) -> None:
    """What cannot be read as plain data is said once, with the place."""
    (found,) = faults(text)
    assert found.startswith(fault)
    assert read_studies(SourceText("studies.yaml", text))[0] is None


def test_aliases_cannot_explode() -> None:
    """Aliases of aliases of aliases are refused before they unfold."""
    lines = ["a0: &a0 [x, x]", *(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 60))]
    assert len(faults("\n".join(lines))) == 1


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("studies: firm", "1:10 TAB002 `studies` has to be a list"),
        ("studies: [firm]", "1:11 TAB002 `studies` has to be a list of mappings"),
        ("studys: []", "1:9 TAB001 there is no key `studys`"),
        ("studies:\n- name: Firm", "2:3 TAB003 `id` is missing"),
        ("studies:\n- id:\n  name: Firm", "2:6 TAB003 `id` is missing"),
        ("studies:\n- {id: Firm, name: Firm}", "2:8 TAB003 `Firm` cannot be an id"),
        ("studies:\n- id: firm", "2:3 TAB003 `name` is missing"),
        ("studies:\n- {id: a, name: A, age: [5]}", "2:25 TAB002 `age` has to be text"),
        ("studies:\n- {id: a, name: A, settings: hut}", "2:30 TAB002 `settings` has to be a list"),
        ("studies:\n- {id: a, name: A, settings: [[x]]}", "2:31 TAB002 `settings` has to be text"),
        (
            "studies:\n- {id: a, name: A, randomised: yes}",
            "2:32 TAB002 `randomised` has to be `true` or `false`",
        ),
        ("studies:\n- {id: a, name: A, age: 5, age: 6}", "2:25 TAB001 the key `age` stands here twice"),
        ("studies:\n- {id: a, name: A, arms: [{label: x}]}", "2:27 TAB003 `id` is missing"),
        (
            "studies:\n- {id: a, name: A, arms: [{id: x}, {id: x}]}",
            "2:26 TAB003 the id `x` stands here twice",
        ),
        ("studies:\n- {id: a, name: A, reports: [{role: x}]}", "2:30 TAB003 `reference` is missing"),
        (
            "studies:\n- {id: a, name: A}\ncontext:\n- {id: a, name: A}",
            "4:8 TAB003 the id `a` is already used at studies.yaml:2:8",
        ),
    ],
)
def test_each_mistake_is_one_fault_at_its_place(text: str, fault: str) -> None:
    """What does not fit is named where it stands."""
    assert faults(text) == [fault]


def test_words_stay_as_they_are_written() -> None:
    """YAML's numbers, dates and booleans are texts where a text is due."""
    text = (
        "studies:\n- {id: a, name: 2020-01-02, age: 1.10, line: no, note: '', enrolled: 047, settings: [yes]}"
    )
    studies, found = read_studies(SourceText("studies.yaml", text))
    assert (found, studies and len(studies)) == ((), 1)
    assert studies is not None
    (study,) = studies
    assert (study.name, study.age, study.line, study.note, study.enrolled, study.settings) == (
        "2020-01-02",
        "1.10",
        "no",
        "",
        "047",
        ("yes",),
    )


def test_further_keys_are_the_reviews_own() -> None:
    """A review may note more about a study than the toolkit reads."""
    assert faults("studies:\n- {id: a, name: A, phase: 2}") == []


@given(st.text("-:{}[]&*!|>'\"#ab \n,?", max_size=60))
def test_any_text_is_read(text: str) -> None:
    """No text raises."""
    read_studies(SourceText("studies.yaml", text))
    read_studies(SourceText("studies.yaml", f"studies:\n- id: a\n  arms: {text}"))
