"""What holds for `reportkit fix` whatever there is to mend."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportkit.model.diagnostic import Applicability
from reportkit.project.check import check_project
from reportkit.project.fix import fix_project
from reportkit.project.request import Request

CHAPTER, BIB = "chapters/10-results.md", "references.bib"

# file, text, a mistake in its place, and what mending makes of it
MISTAKES = (
    (CHAPTER, "[50%]", "[51 %]", "[50 %]"),
    (CHAPTER, "[50%]", "[]", "[50%]"),
    (CHAPTER, "[50%]", "[11 of 20 (55%)]", "[10 of 20 (50%)]"),
    (CHAPTER, "[@nguyen2021]", "[@nguyen2021; @nguyen2021; @nguyen2021]", "[@nguyen2021]"),
    (CHAPTER, "# Results", "# Results (NCT 01234567)", "# Results (NCT01234567)"),
    (CHAPTER, "walk again", "walk https://a.example/@b again", "walk <https://a.example/@b> again"),
    (CHAPTER, "In one study", "@nguyen2021. In one study", "@{nguyen2021}. In one study"),
    (BIB, "{10.1000", "{doi:10.1000", "{10.1000"),
    (BIB, "{10.1000", "{https://doi.org/10.1000", "{10.1000"),
    (BIB, "Rossi, Bea", "Rossi, Bea et al.", "Rossi, Bea and others"),
    (BIB, "  doi", "  pmcid = {123},\n  doi", "  pmcid = {PMC123},\n  doi"),
    (BIB, "  doi", "  pmid = {PMC123},\n  doi", "  pmcid = {PMC123},\n  doi"),
)


def _contents(root):
    return {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def copies(project):
    """Fresh copies of a review without a fault."""
    with tempfile.TemporaryDirectory() as folder:
        yield lambda: Path(shutil.copytree(project.root, Path(tempfile.mkdtemp(dir=folder)) / "review"))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(chosen=st.sets(st.sampled_from(MISTAKES)))
def test_mending(copies, chosen):
    """All mistakes are mended at once, nothing else is changed, and a second run changes no byte."""
    root = copies()
    mended = _contents(root)
    done = set()
    for name, good, bad, after in sorted(chosen):
        if (name, good) not in done:
            done.add((name, good))
            path = root / name
            path.write_text(path.read_text().replace(good, bad))
            expected = mended[Path(name)].decode().replace(good, after)
            mended[Path(name)] = expected.encode()
    first = fix_project(Request(root))
    assert _contents(root) == mended
    assert len(first.changes) >= len(done)
    assert fix_project(Request(root)).changes == ()
    assert _contents(root) == mended
    safe = [
        d
        for d in check_project(Request(root)).diagnostics
        if d.fix and d.fix.applicability is Applicability.SAFE
    ]
    assert safe == []
