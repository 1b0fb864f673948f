"""Generated Markdown says to pandoc exactly what was meant."""

import json
from string import punctuation
from typing import Any

import pypandoc
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.formats.document.csv import plain
from reportkit.items.inlines import LINE_BREAK, cite, escape, tie

_TEXTS = st.text(st.sampled_from(punctuation + "ab1 –é"), min_size=1, max_size=12).filter(str.strip)


@given(texts=st.lists(_TEXTS, min_size=1, max_size=60))
@settings(max_examples=25, deadline=None)
def test_pandoc_reads_escaped_text_as_it_stands(texts: list[str]) -> None:
    """Whatever a cell of the evidence holds, pandoc prints it unchanged, as one paragraph."""
    blocks = _blocks("\n\n".join(escape(text) for text in texts))
    assert [_text(block) for block in blocks] == [" ".join(text.split()) for text in texts]


@given(text=_TEXTS)
def test_plain_text_undoes_escaping(text: str) -> None:
    """The CSV says what the evidence says."""
    assert plain(escape(text)) == " ".join(text.split())


def test_a_tie_is_a_span_with_its_rows() -> None:
    """One row stands bare, several stand in quotes, and pandoc reads both."""
    assert tie("41.7%", "a.b-c_d.2y") == "[41.7%]{ev=a.b-c_d.2y}"
    (block,) = _blocks(tie("1", "a", "b"))
    assert block["c"][0]["c"][0] == ["", [], [["ev", "a b"]]]


def test_citations_are_joined_and_named_once() -> None:
    """Several keys make one group; a key with other characters is braced."""
    assert cite(["lee2019", "doi:1/x", "lee2019"]) == "[@lee2019; @{doi:1/x}]"
    assert cite([]) == ""


def test_plain_text_of_a_cell() -> None:
    """Ties lose their rows, citations their marks, note letters vanish, line breaks become commas."""
    cell = f"[*92%*{LINE_BREAK}p\\<.001]{{ev=a.b}}^a,b^ [@lee2019; @{{x:1}}] **old**"
    assert plain(cell) == "92%, p<.001 lee2019; x:1 old"


def _blocks(markdown: str) -> list[dict[str, Any]]:
    blocks: list[dict[str, Any]] = json.loads(pypandoc.convert_text(markdown, "json", format="markdown"))[
        "blocks"
    ]
    return blocks


def _text(block: dict[str, Any]) -> str:
    assert block["t"] == "Para", block
    parts = {"Space": " ", "SoftBreak": " "}
    return "".join(node["c"] if node["t"] == "Str" else parts[node["t"]] for node in block["c"])
