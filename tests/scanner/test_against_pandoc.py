"""The law of the scanner: it finds the citations that pandoc finds, on any document.

`SCANNER_EXAMPLES=500 pytest tests/scanner/test_against_pandoc.py` composes five hundred times forty documents
of each shape, others each time, instead of some.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.scanner import scan
from tests.scanner.documents import lines, nested, noise, paragraph
from tests.scanner.pandoc_oracle import cited_groups, manual, scanned_groups
from tests.scanner.structured_documents import structure

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests/cases/scanner"
SHAPES = (lines, paragraph, noise, nested, structure)
EXAMPLES = int(os.environ.get("SCANNER_EXAMPLES", "0"))
SOME = settings(max_examples=EXAMPLES or 8, deadline=None, derandomize=not EXAMPLES)
SEEDS = st.lists(st.integers(0, 2**32), min_size=40, max_size=40, unique=True)


def differences(documents: Mapping[str, str], flavor: str = "pandoc") -> dict[str, str]:
    """What is found in the documents that are read otherwise than by pandoc."""
    expected = zip(documents.items(), cited_groups(list(documents.values()), flavor), strict=True)
    different = {}
    compared = citations = 0
    for (name, text), groups in expected:
        if groups is None:
            continue
        found = scanned_groups(text, flavor)
        compared += 1
        citations += sum(len(group) * count for group, count in groups.items())
        if found != groups:
            different[name] = f"only pandoc: {dict(groups - found)}, only scanner: {dict(found - groups)}"
    print(f"{compared} documents, {citations} citations compared, {len(different)} differ")  # noqa: T201 - the figures are the result
    return different


def markdown_files(folder: Path) -> dict[str, str]:
    """The Markdown documents below a folder, by their names."""
    paths = (path for path in sorted(folder.rglob("*.md")) if path.is_file())
    named = {path.relative_to(ROOT): path for path in paths}
    return {
        str(name): path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
        for name, path in named.items()
        if not any(part.startswith(".") or part == "build" for part in name.parts)
    }


def test_case_documents() -> None:
    """Each trap, written as an author would, is read as pandoc reads it."""
    documents = markdown_files(CASES)
    assert len(documents) >= 60
    assert differences(documents) == {}


def test_documents_of_this_repository() -> None:
    """Chapters, documentation and all other Markdown of the project are read as pandoc reads them."""
    documents = markdown_files(ROOT)
    assert any(name.startswith("chapters") for name in documents)
    assert differences(documents) == {}


@pytest.mark.parametrize("flavor", ["pandoc", "rmarkdown"])
def test_manual_of_pandoc(flavor: str) -> None:
    """Pandoc's own manual, and each of its examples by itself, are read as pandoc reads them."""
    text = manual()
    examples = {code.text for code in scan(text).code if code.is_block}
    assert len(examples) > 100
    assert differences({each: each for each in (text, *sorted(examples))}, flavor) == {}


@pytest.mark.parametrize("compose", SHAPES)
@SOME
@given(seeds=SEEDS)
def test_composed_documents(compose: Callable[[Random], str], seeds: list[int]) -> None:
    """Constructs in any combination are read as pandoc reads them."""
    documents = [compose(Random(seed)) for seed in seeds]  # noqa: S311 - composes, keeps no secret
    assert differences({text: text for text in documents}) == {}


@pytest.mark.parametrize("compose", SHAPES)
@settings(SOME, max_examples=EXAMPLES or 2)
@given(seeds=SEEDS)
def test_composed_documents_of_rmarkdown(compose: Callable[[Random], str], seeds: list[int]) -> None:
    """So they are with the extensions that R Markdown switches on."""
    documents = [compose(Random(seed)) for seed in seeds]  # noqa: S311 - as above
    assert differences({text: text for text in documents}, "rmarkdown") == {}
