"""Laws of the BibTeX reader, and pandoc as its oracle."""

import json
import re
import subprocess
from typing import Any

import pypandoc
from hypothesis import given, settings
from hypothesis import strategies as st

from reportkit.adapters.bibtex import read_bibliography
from reportkit.model.bibliography import Bibliography
from reportkit.model.location import Location, SourceText

WORDS = st.text("abcdefghijklmnopqrstuvwxyzäöüéñ", min_size=1, max_size=8)
PHRASES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
KEYS = st.from_regex(r"[a-z][A-Za-z0-9_:./+-]{0,8}", fullmatch=True)
DELIMITED = st.one_of(
    PHRASES.map("{{{}}}".format),
    PHRASES.map('"{}"'.format),
    st.tuples(PHRASES, PHRASES).map(lambda pair: f"{{{pair[0]} {{{pair[1]}}}}}"),
    st.tuples(PHRASES, PHRASES).map(lambda pair: f'"{pair[0]}" # {{{pair[1]}}}'),
    st.tuples(PHRASES, PHRASES).map(lambda pair: f"{{{pair[0]}\n\t  {pair[1]}}}"),
)
YEARS = st.integers(1000, 2999).map(str)
FIELDS = st.fixed_dictionaries(
    {"title": DELIMITED}, optional={"publisher": DELIMITED, "year": YEARS, "note": DELIMITED}
)
ENTRIES = st.dictionaries(KEYS, FIELDS, min_size=1, max_size=5)
LAYOUTS = st.sampled_from([("", " "), ("\n  ", " "), ("\n", ""), ("\n% a comment, {\n\t", "\n")])


def written(entries: dict[str, dict[str, str]], layout: tuple[str, str]) -> str:
    """A well-formed file with these entries."""
    gap, blank = layout
    bodies = [
        ",".join([key, *(f"{gap}{n}{blank}={blank}{v}" for n, v in fields.items())])
        for key, fields in entries.items()
    ]
    return "\n".join(f"@book{{{body}\n}}" for body in bodies)


FILES = st.builds(written, ENTRIES, LAYOUTS)

# Whatever else may stand in a file that pandoc reads.
ODD_KEYS = st.from_regex(r"[A-Za-z0-9äé][\w:./+?!'*&$;-]{0,6}", fullmatch=True)
ODD_VALUES = st.sampled_from(
    [
        *("{}", '""', "{ }", "{{{{deep {deeper} }}}}", r"{\{ \} \% 50\% of}", "{50% of\n% {x} and\n more}"),
        *(
            '{say "hi"}',
            '"{"}quoted{"} {x}"',
            '"a {b "c" d} e"',
            r'"\"{o} \\"',
            "{a\n\n\tb}",
            "{@misc{no, entry}}",
        ),
        *("jan", "mine", "nobody", "mine # {, } # 2001", '"a" # mine # nobody', "2001", "{a = {b}, c}"),
    ]
)
ODD_NAMES = st.sampled_from(["title", "Note", "MONTH", "x-y", "a_b:c+d", "year", "title"])
GAPS = st.sampled_from(["", " ", "\n", "\n\t", " % a { comment, } \n", "\n%\n"])
ODD_FIELDS = st.builds("{}{}={}{}".format, ODD_NAMES, GAPS, GAPS, ODD_VALUES | st.just(""))
ODD_ENTRIES = st.builds(
    "@{}{}{{{}{}{},{}{}{}{}}}".format,
    *(st.sampled_from(["misc", "Article", "BOOK", "unheardof"]), GAPS, GAPS, ODD_KEYS, GAPS, GAPS),
    st.lists(ODD_FIELDS, max_size=4).map(", ".join),
    *(st.sampled_from(["", " "]), GAPS),
)
BETWEEN = st.sampled_from(
    [
        *(
            "",
            "\n",
            "\n\n% @misc{no, entry}\n",
            " Words between entries.\n",
            " % @misc{no,}\n",
            "\n@comment{ @misc{no,}\n @misc{no,} }\n",
        ),
        *(
            '\n@preamble{ "\\newcommand{\\x}[1]{#1}" # mine }\n',
            "\n@string{mine = {a } # 1}\n",
            '@STRING { Nobody ="b"}\n',
        ),
    ]
)
ODD_FILES = st.lists(st.tuples(BETWEEN, ODD_ENTRIES), min_size=1, max_size=5).map(
    lambda parts: "\n".join(between + entry for between, entry in parts)
)


def read(text: str) -> Bibliography:
    """The bibliography in a file with this text."""
    return read_bibliography([SourceText("references.bib", text)])


def pandoc(text: str) -> subprocess.CompletedProcess[str]:
    """What pandoc makes of a BibTeX file."""
    command = [pypandoc.get_pandoc_path(), "--from=bibtex", "--to=csljson"]
    return subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)


def plain(value: str) -> str:
    """A value without braces, as pandoc writes a title of words in lower case."""
    return re.sub(r"[{}]|<[^>]*>", "", value).lower()


def offset(source: SourceText, location: Location) -> int:
    """The offset at which a location starts."""
    rows = source.text.split("\n")
    return sum(len(row) + 1 for row in rows[: location.start.row - 1]) + location.start.column - 1


@settings(max_examples=40, deadline=None)
@given(FILES)
def test_pandoc_reads_the_same(text: str) -> None:
    """In a well-formed file pandoc finds the same keys in the same order, titles and years."""
    items: list[dict[str, Any]] = json.loads(pandoc(text).stdout)
    references = read(text).references
    assert [r.key for r in references] == [item["id"] for item in items]
    assert [plain(r.text("title")) for r in references] == [plain(item["title"]) for item in items]
    years = ["".join(str(part[0]) for part in item.get("issued", {}).get("date-parts", [])) for item in items]
    assert [r.text("year") for r in references] == years


@settings(max_examples=150, deadline=None)
@given(ODD_FILES)
def test_pandoc_finds_the_same_keys(text: str) -> None:
    """In whatever pandoc reads it finds the same keys; of fields that stand twice both take the last."""
    result = pandoc(text)
    bibliography = read(text)
    assert result.returncode == 0, (text, result.stderr)
    assert [r.key for r in bibliography.references] == [item["id"] for item in json.loads(result.stdout)]
    assert {fault.code for fault in bibliography.faults} <= {"BIB002", "BIB006"}


@given(FILES)
def test_well_formed_file_has_no_faults(text: str) -> None:
    """Nothing is reported about a file that pandoc reads."""
    assert read(text).faults == ()


@settings(max_examples=150, deadline=None)
@given(ENTRIES, LAYOUTS, st.data())
def test_one_deleted_character_costs_no_other_entry(
    entries: dict[str, dict[str, str]], layout: tuple[str, str], data: st.DataObject
) -> None:
    """Whatever character is lost, the keys of all entries but the one that it was in are still there."""
    text = written(entries, layout)
    place = data.draw(st.integers(0, len(text) - 1))
    damaged = text[:place] + text[place + 1 :]
    hit = next(
        (
            i
            for i, r in enumerate(read(text).references)
            if r.location.end.row >= text.count("\n", 0, place) + 1
        ),
        0,
    )
    keys = [r.key for r in read(damaged).references]
    assert [key for i, key in enumerate(entries) if i != hit and key not in keys] == []


@settings(max_examples=200, deadline=None)
@given(ENTRIES, LAYOUTS, st.data())
def test_every_head_is_an_entry(
    entries: dict[str, dict[str, str]], layout: tuple[str, str], data: st.DataObject
) -> None:
    """However much of a file is damaged, what still begins like an entry is one."""
    text = written(entries, layout)
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(text)))
        drop, add = data.draw(st.integers(0, 3)), data.draw(st.text('{}(),="# \n', max_size=2))
        text = text[:place] + add + text[place + drop :]
    keys = [r.key for r in read(text).references]
    assert [key for key in entries if f"\n@book{{{key}," in f"\n{text}" and key not in keys] == []


@settings(max_examples=60, deadline=None)
@given(FILES, st.data())
def test_what_pandoc_refuses_is_a_fault(text: str, data: st.DataObject) -> None:
    """A damaged file without a fault is one that pandoc reads, with the same keys."""
    place = data.draw(st.sampled_from([m.start() for m in re.finditer(r'[@{},="]', text)]))
    damaged = (
        text[:place] + data.draw(st.sampled_from(["", "{", "}", ",", '"', " ", "%"])) + text[place + 1 :]
    )
    bibliography = read(damaged)
    if not bibliography.faults:
        result = pandoc(damaged)
        assert result.returncode == 0, result.stderr
        assert [r.key for r in bibliography.references] == [item["id"] for item in json.loads(result.stdout)]


@settings(deadline=None)
@given(st.text('@abc{}(),="# \n%\\', max_size=60))
def test_any_text_is_read(text: str) -> None:
    """No text raises, and every place lies in it."""
    source = SourceText("references.bib", text)
    bibliography = read_bibliography([source])
    places = [fault.location for fault in bibliography.faults] + [r.location for r in bibliography.references]
    assert all(0 <= offset(source, place) <= len(text) for place in places)


@given(FILES)
def test_places_are_those_of_the_text(text: str) -> None:
    """At the place of each key, field and value stands what was read."""
    source = SourceText("references.bib", text)
    for reference in read_bibliography([source]).references:
        assert text.startswith(reference.key, offset(source, reference.key_location))
        assert text.startswith("@book{", offset(source, reference.location))
        for field in reference.fields:
            assert text.startswith(field.name, offset(source, field.location))
            value = text[offset(source, field.value_location) :].replace('" # {', "").lstrip('"')
            assert value.split()[0].startswith(field.value.split()[0])
