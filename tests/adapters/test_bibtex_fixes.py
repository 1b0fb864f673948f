"""What the faults of the BibTeX reader mend, and that pandoc then reads the file."""

import json
import subprocess
from typing import Any

import pypandoc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.adapters.bibtex import read_bibliography
from reportkit.check.edits import apply_fixes
from reportkit.model.bibliography import Bibliography
from reportkit.model.diagnostic import Applicability, Diagnostic, Fault, Fix, Severity
from reportkit.model.location import SourceText


def read(text: str) -> Bibliography:
    """The bibliography in a file with this text."""
    return read_bibliography([SourceText("references.bib", text)])


def mended(text: str, *kinds: Applicability) -> str:
    """The text after all fixes of these kinds."""
    while fixes := [(diagnostic(fault), fix) for fault in read(text).faults if (fix := fix_of(fault, kinds))]:
        text, _ = apply_fixes(SourceText("references.bib", text), fixes)
    return text


def fix_of(fault: Fault, kinds: tuple[Applicability, ...]) -> Fix | None:
    """The fix of a fault, if it is one of these."""
    return fault.fix if fault.fix and fault.fix.applicability in (kinds or (Applicability.SAFE,)) else None


def diagnostic(fault: Fault) -> Diagnostic:
    """The finding that a fault becomes."""
    return Diagnostic(fault.code, "", Severity.ERROR, fault.message, fault.location, fix=fault.fix)


def pandoc(text: str) -> list[dict[str, Any]] | None:
    """The references that pandoc reads, None where it refuses."""
    command = [pypandoc.get_pandoc_path(), "--from=biblatex", "--to=csljson"]
    run = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)
    return json.loads(run.stdout) if run.returncode == 0 else None


SAFE = {
    "comma after a field": (
        "@misc{a,\n  title = {A}\n  year = 2001,\n}",
        "@misc{a,\n  title = {A},\n  year = 2001,\n}",
    ),
    "commas in a line": (
        '@misc{a, title = "A" year = 2001 note = {N}}',
        '@misc{a, title = "A", year = 2001, note = {N}}',
    ),
    "comma before a comment": (
        "@misc{a, title = {A} % and {so on\n year = 2001}",
        "@misc{a, title = {A}, % and {so on\n year = 2001}",
    ),
    "comma after the key": ("@misc{a\n  title = {A}}", "@misc{a,\n  title = {A}}"),
    "key alone": ("@misc{a}", "@misc{a,}"),
    "comma too many": ("@misc{a, title = {A},, year = 2001}", "@misc{a, title = {A}, year = 2001}"),
    "comma behind the key": ("@misc{a,, title = {A}}", "@misc{a, title = {A}}"),
    "parentheses": ("@misc(a, title = {A (b)})", "@misc{a, title = {A (b)}}"),
    "parentheses of an abbreviation": (
        '@string(x = "A")\n@misc{a, title = x}',
        '@string{x = "A"}\n@misc{a, title = x}',
    ),
    "all of these": ("@misc(a\n title = {A}\n year = 1,,\n)", "@misc{a,\n title = {A},\n year = 1,\n}"),
    "same field": (
        '@misc{a,\n  title = {A},\n  Title = "A",\n  year = 1,\n}',
        "@misc{a,\n  title = {A},\n  year = 1,\n}",
    ),
    "same field in a line": ("@misc{a, title = {A}, title = {A}}", "@misc{a, title = {A}, }"),
    "same field three times": (
        "@misc{a,\n note = {A},\n note = {A},\n note = {A}\n}",
        "@misc{a,\n note = {A},\n}",
    ),
}


@pytest.mark.parametrize(("broken", "sound"), SAFE.values(), ids=SAFE)
def test_safe_fix(broken: str, sound: str) -> None:
    """What can be put right in one way only is; pandoc then reads the entry, and reads in it what it says."""
    assert mended(broken) == sound
    assert read(sound).faults == ()
    assert [item["id"] for item in pandoc(sound) or []] == ["a"]


UNCERTAIN = {
    "value of two words": "@misc{a, title = {A} and {B}}",
    "value that is not closed": "@misc{a,\n  title = {A\n  year = 2001,\n}",
    "missing comma where a brace is missing, too": "@misc{a, title = {A} year = 2001\n@misc{b,}",
    "comma in a list without names": "@misc{a, title = {A}, {B}}",
    "other value": "@misc{a, title = {A}, title = {B}, title = {A}}",
    "other blanks": "@misc{a, note = {A\n\nB}, note = {A B}}",
    "comment in parentheses": "@comment(a {)\n@misc{a,}",
    "entry in parentheses that is broken": "@misc(a, title = {A)\n@misc{b,}",
}


@pytest.mark.parametrize("text", UNCERTAIN.values(), ids=UNCERTAIN)
def test_what_is_in_doubt_is_left_alone(text: str) -> None:
    """Where more than one thing could have been meant, nothing is changed."""
    assert read(text).faults
    assert mended(text) == text


KEYS = {
    "name and year": ("@misc{, author = {Reed, Ann and Lake, Bo}, year = 2001}", "@misc{reed2001, author"),
    "first name first": ("@misc{, author = {Ann van Reed}, date = {2001-04}}", "@misc{reed2001, author"),
    "key forgotten": ("@misc{\n  author = {Núñez, A.},\n  year = {2001},\n}", "@misc{nunez2001,\n  author"),
    "accents": (r"@misc{, author = {M{\"u}ller, A.}, year = 2001}", r"@misc{muller2001, author"),
    "no names": ("@book{, title = {Herons}}", "@book{herons, title"),
    "nothing": ("@book{, year = 2001}", "@book{book2001, year"),
    "taken": ("@misc{reed2001,}\n@misc{, author = {Reed}, year = 2001}", "@misc{reed2001b, author"),
    "two without": (
        "@misc{, title = {X}}\n@misc{, title = {X}}",
        "@misc{x, title = {X}}\n@misc{xb, title = {X}}",
    ),
}


@pytest.mark.parametrize(("text", "found"), KEYS.values(), ids=KEYS)
def test_key_is_made_up_on_demand(text: str, found: str) -> None:
    """An entry without a key gets one that no other has, but only by an unsafe fix."""
    assert mended(text) == text
    sound = mended(text, Applicability.UNSAFE)
    assert found in sound
    assert read(sound).faults == ()
    assert len(pandoc(sound) or []) == len(read(sound).references)


FIELDS = st.lists(
    st.sampled_from(["title = {A {b} c}", 'note = "N, n"', "year = 2001", "month = jan", "title = {Other}"]),
    max_size=5,
)
SEPARATORS = st.sampled_from([",\n  ", "\n  ", ",,\n", ", % aside\n ", " "])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(FIELDS, SEPARATORS, st.booleans()), min_size=1, max_size=4))
def test_fixes_change_no_other_entry(entries: list[tuple[list[str], str, bool]]) -> None:
    """Fixes lose no entry, and leave sound ones to the letter as they were."""
    texts = [
        f"@misc{'{('[round_]}k{number}, {separator.join(fields)}\n{'})'[round_]}"
        for number, (fields, separator, round_) in enumerate(entries)
    ]
    text = mended("\n\n".join(texts))
    assert [r.key for r in read(text).references] == [f"k{number}" for number in range(len(entries))]
    sound = [entry for entry in texts if not read(entry).faults]
    assert all(entry in text for entry in sound)
    if {fault.code for fault in read(text).faults} <= {"BIB006"}:
        assert [item["id"] for item in pandoc(text) or []] == [f"k{number}" for number in range(len(entries))]
