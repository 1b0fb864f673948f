"""What fixes for citations and cross-references make of a chapter, and that they leave nothing to mend."""

import pytest

from reportkit.check.edits import apply_fixes
from reportkit.model.location import SourceText
from reportkit.project.check import check_project
from reportkit.project.request import Request
from tests.rules.projects import write_project

CHAPTER = "chapters/10-results.md"
BIBLIOGRAPHY = """\
@misc{nguyen2021, author = {Nguyen, An}, title = {Casts}, year = {2021}, doi = {10.1000/bones.12}}
@misc{rossi2019, author = {Rossi, Bea}, title = {Bones}, year = {2019}, pmid = {30000001}}
@misc{bea2019, author = {Rossi, B.}, title = {Bone}, year = {2019}, pmid = {30000001}}
@misc{Okoye, author = {Okoye, Chi}, title = {Wheels}, year = {2016}}
"""


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("CIT001", "As [@okoye, p. 3].", "As [@Okoye, p. 3]."),
        (
            "CIT004",
            "As [@rossi2019] and @bea2019, [@bea2019].",
            "As [@rossi2019] and @rossi2019, [@rossi2019].",
        ),
        ("CIT010", "As @Small_Bones.", r"As \@Small_Bones."),
        ("CIT016", "As doi:10.1000/bones.12.", "As [@nguyen2021]."),
        ("CIT016", "As <https://doi.org/10.1000/BONES.12>.", "As [@nguyen2021]."),
        ("CIT020", "As Rossi [@rossi2019, p. 3].", "As Rossi [-@rossi2019, p. 3]."),
        ("CIT022", "As [@rossi2019, pp 3-5; @Okoye 7-9].", "As [@rossi2019, pp. 3--5; @Okoye 7--9]."),
        ("CIT027", "As\n[@Okoye] and [@rossi2019].", "As\\ [@Okoye] and\\ [@rossi2019]."),
        (
            "XRF001",
            "# A {#sec:walk}\n\nAs @sec:wlak, [so](#sec:walkk).",
            "# A {#sec:walk}\n\nAs @sec:walk, [so](#sec:walk).",
        ),
        ("XRF004", "# A {#sec:walk}\n\nAs [so](@sec:walk).", "# A {#sec:walk}\n\nAs [so](#sec:walk)."),
        ("XRF010", "# A {#sec:walk}\n\nAs Section\n@sec:walk.", "# A {#sec:walk}\n\nAs @sec:walk."),
    ],
)
def test_fix(tmp_path, code, before, after):
    """The text reads as it should, and the rule finds nothing more."""
    assert _mended(tmp_path, code, before) == after
    assert _found(tmp_path, code) == ()


@pytest.mark.parametrize(
    ("style", "code", "before", "after"),
    [
        (
            'citation-position = "before"',
            "CIT013",
            "So. [@Okoye] Then, [@Okoye] it.",
            "So [@Okoye]. Then [@Okoye], it.",
        ),
        (
            'citation-position = "after"',
            "CIT013",
            "So [@Okoye]. Then[@Okoye], it.",
            "So.[@Okoye] Then,[@Okoye] it.",
        ),
        ('group-order = "year"', "CIT023", "So [@nguyen2021 3; @Okoye].", "So [@Okoye; @nguyen2021 3]."),
    ],
)
def test_fix_by_style(tmp_path, style, code, before, after):
    """The same for what the house style says."""
    write_project(tmp_path, {"reportkit.toml": f"[style]\n{style}\n"})
    assert _mended(tmp_path, code, before) == after
    assert _found(tmp_path, code) == ()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("CIT013", 'So." [@Okoye]'),
        ("CIT016", "As [doi:10.1000/bones.12](https://a.example)."),
        ("CIT022", "As [@Okoye], p. 3."),
        ("XRF001", "# A {#sec:walk-a}\n\n# B {#sec:walk-b}\n\nAs @sec:walk-c."),
    ],
)
def test_without_fix(tmp_path, code, text):
    """Where it is not clear what should stand there, nothing is offered."""
    write_project(tmp_path, {"reportkit.toml": '[style]\ncitation-position = "before"\n'})
    assert _mended(tmp_path, code, text) == text
    assert len(_found(tmp_path, code)) == 1


def _found(root, code):
    return check_project(Request(root, select=(code,))).diagnostics


def _mended(root, code, text):
    write_project(root, {CHAPTER: text, "references.bib": BIBLIOGRAPHY})
    fixable = [(diagnostic, diagnostic.fix) for diagnostic in _found(root, code) if diagnostic.fix]
    mended, _ = apply_fixes(SourceText(CHAPTER, text), fixable)
    write_project(root, {CHAPTER: mended})
    return mended
