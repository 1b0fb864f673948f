from pathlib import Path

import pytest

from reportkit.adapters.bibtex import read_bibliography
from reportkit.model.bibliography import Bibliography
from reportkit.model.diagnostic import Fault
from reportkit.model.location import Location, SourceText

CASES = Path(__file__).parents[1] / "cases" / "bibtex"


def read(text: str) -> Bibliography:
    """The bibliography in a file with this text."""
    return read_bibliography([SourceText("references.bib", text)])


def line(fault: Fault) -> str:
    """A fault as the case files write it."""
    place = f"{fault.code} {fault.location.start.row}:{fault.location.start.column}"
    return f"{place}{f' {fault.subject}' * bool(fault.subject)}: {fault.message}"


def quoted(source: SourceText, location: Location) -> str:
    """The text at a location."""
    lines = source.text.split("\n")[location.start.row - 1 : location.end.row]
    lines[-1] = lines[-1][: location.end.column - 1]
    lines[0] = lines[0][location.start.column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize("case", sorted(CASES.glob("*.bib")), ids=lambda case: case.stem)
def test_case_has_the_keys_and_faults_that_it_states(case: Path) -> None:
    """Every entry keeps its key, and each mistake is one fault at its place."""
    text = case.read_text(encoding="utf-8")
    header, *expected = [line.removeprefix("% ") for line in text.split("\n\n")[0].split("\n")]
    keys = header.removeprefix("keys: ")
    bibliography = read(text)
    assert [line(fault) for fault in bibliography.faults] == expected
    assert [r.key for r in bibliography.references] == keys.split("|" if "|" in keys else " ")


def test_fields_hold_what_is_meant() -> None:
    """Abbreviations are written out, delimiters dropped, inner braces kept and blanks folded."""
    bibliography = read((CASES / "sound.bib").read_text(encoding="utf-8"))
    fields = {r.key: {f.name: f.value for f in r.fields} for r in bibliography.references}
    assert fields == {
        "heron": {
            "author": "Reed, Ann and others",
            "title": 'Herons {at} dawn, "really"',
            "journal": "River Studies",
            "month": "jan",
            "year": "2001",
        },
        "owl": {"title": 'Owls {"}at{"} night', "year": "2002"},
        "wren": {},
        "rook": {"title": r"Rooks \{ and crows", "url": "https://example.org/a%20b#c", "note": ""},
        "crow": {"title": "Birds of the River Studies"},
        "swan": {"title": r"50\% white"},
    }


def test_places_are_those_of_the_text() -> None:
    """The place of each entry, key, field and value is where it is written."""
    source = SourceText(
        "references.bib", '\n  @misc{é1,\n\tTitle\n= { Ünder {W}ater },x=a # {b} , y = "q"}\n'
    )
    (reference,) = read_bibliography([source]).references
    title, joined, quotes = reference.fields
    assert str(reference.location) == "references.bib:2:3"
    assert quoted(source, reference.location) == source.text.strip()
    assert quoted(source, reference.key_location) == "é1"
    assert quoted(source, title.location) == "Title\n= { Ünder {W}ater }"
    assert quoted(source, title.value_location) == "Ünder {W}ater"
    assert quoted(source, joined.value_location) == "a # {b}"
    assert quoted(source, quotes.value_location) == "q"
    assert [str(f.location) for f in reference.fields] == [
        f"references.bib:{p}" for p in ("3:2", "4:21", "4:33")
    ]


def test_type_is_in_lower_case() -> None:
    """Types are compared without regard to case."""
    assert [r.type for r in read("@ARTICLE{a,}\n@InProceedings{b, title=1 2}").references] == [
        "article",
        "inproceedings",
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "% only a comment\n", "@comment{x}", "No entries at all."])
def test_file_without_entries_is_one_fault(text: str) -> None:
    """An empty bibliography is a single finding and not a missing key for each citation."""
    bibliography = read(text)
    assert [line(fault) for fault in bibliography.faults] == ["RKT004 1:1: the bibliography has no entries"]
    assert bibliography.references == ()


def test_key_in_two_files_is_a_duplicate() -> None:
    """A key is unique across all bibliography files; the first place is named."""
    bibliography = read_bibliography([SourceText("a.bib", "@misc{x,}"), SourceText("b.bib", "\n@misc{x,}")])
    assert [line(fault) for fault in bibliography.faults] == [
        "BIB002 2:7 x: the key `x` is already used at a.bib:1:7"
    ]
    assert [r.location.filename for r in bibliography.references] == ["a.bib", "b.bib"]


def test_broken_fields_are_still_there() -> None:
    """What a broken entry still says can be looked at by other rules."""
    (reference,) = read("@misc{a,\n title = {One,\n year = 2001\n}").references
    assert {f.name: f.value for f in reference.fields} == {"title": "One", "year": "2001"}


def test_line_of_great_length_is_read() -> None:
    """A value of a million characters is a value."""
    (reference,) = read("@misc{a, abstract = {" + "long {x} " * 120_000 + "}}").references
    assert len(reference.text("abstract")) == 9 * 120_000 - 1


def test_abbreviations_and_their_uses_have_places() -> None:
    """Abbreviations are known with their values, bare words that are no numbers with what they stand for."""
    bibliography = read(
        '@string{River = "River"}\n@string{birds = {Birds of the } # RIVER # 2}\n'
        "@misc{a, title = birds, month = jan, year = 2001, note = {x} # later}\n@string{later = {L}}\n"
    )
    assert [(m.name, m.value, str(m.name_location)) for m in bibliography.macros] == [
        ("river", "River", "references.bib:1:9"),
        ("birds", "Birds of the River2", "references.bib:2:9"),
        ("later", "L", "references.bib:4:9"),
    ]
    assert str(bibliography.macros[1].location) == "references.bib:2:1"
    uses = [(u.name, u.macro and u.macro.name, u.subject, str(u.location)) for u in bibliography.macro_uses]
    assert uses == [
        ("RIVER", "river", None, "references.bib:2:35"),
        ("birds", "birds", "a", "references.bib:3:18"),
        ("jan", None, "a", "references.bib:3:33"),
        ("later", None, "a", "references.bib:3:64"),
    ]


def test_abbreviation_holds_in_later_files() -> None:
    """What one file abbreviates the next may use, and a second meaning replaces the first."""
    bibliography = read_bibliography(
        [
            SourceText("a.bib", "@string{x={X}}@misc{a,note=x}"),
            SourceText("b.bib", "@misc{b,note=x}@string{x={Y}}@misc{c,note=x}"),
        ]
    )
    assert [r.text("note") for r in bibliography.references] == ["X", "X", "Y"]


def test_line_in_a_value_may_be_a_comment() -> None:
    """Pandoc leaves out what follows `%` in its line; a whole line of that kind says nothing."""
    (reference,) = read(
        "@misc{a, title = {Owls\n% and wrens {x}\n  at night}, url = {https://a.b/%20c}}"
    ).references
    assert [field.value for field in reference.fields] == ["Owls at night", "https://a.b/%20c"]


def test_value_with_a_line_like_a_field_is_whole() -> None:
    """In a sound entry nothing in a value is taken for a field or an entry, whatever stands beside it."""
    text = "@misc{a, % aside\n  abstract = {Of all,\n  n = 40 were\n  @home (37 °C)},\n  year = 2001}\n"
    bibliography = read(text)
    assert bibliography.faults == ()
    assert [field.name for field in bibliography.references[0].fields] == ["abstract", "year"]


@pytest.mark.parametrize(
    "text",
    [
        "{" * 10_000 + "}" * 10_000,
        "@misc{a, title = " + "{" * 10_000 + "}" * 10_000 + "}",
        "@misc{a, title = " + "{" * 10_000,
        "@misc{a,\n" + "x={\n" * 10_000,
        "@misc{a,\n" + "x={\n" * 5_000 + "}" * 5_000,
        "@misc{a,\n" + 'x="{\n' * 10_000,
        "@comment{\n" * 10_000,
        "@" * 10_000,
        "@misc{" * 10_000,
        "@misc{a,title={x} " * 10_000,
        "@misc(a, " + "(" * 10_000,
        "@misc" + " " * 100_000,
        "@misc{a" + "," * 10_000,
        "% " * 100_000,
        "@misc{a, title = x" + " # x" * 10_000 + "}",
    ],
    ids=range(15),
)
def test_what_is_nested_or_repeated_is_read(text: str) -> None:
    """Nothing that goes on and on keeps the reader for long, or makes it stumble."""
    assert len(read(text).references) <= text.count("@")


def test_abbreviations_that_grow_without_end() -> None:
    """Forty abbreviations, each three times the one before, do not fill the memory."""
    grown = "".join(f"@string{{x{i + 1} = x{i} # x{i} # x{i}}}\n" for i in range(40))
    text = f'@string{{x0 = "aaaaaaaaaa"}}\n{grown}@misc{{a, title = x40, note = x2}}\n'
    (reference,) = read_bibliography([SourceText("a.bib", text)]).references
    assert reference.text("note") == "a" * 90
    assert len(reference.text("title")) < 10_000
