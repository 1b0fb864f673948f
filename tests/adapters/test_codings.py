import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.adapters.codings import decoded
from reportkit.adapters.files import read_leniently

ENTRY = "@misc{müller,\n  title = {Grüße},\n}\n"


@pytest.mark.parametrize("coding", ["latin-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_another_coding_is_read(tmp_path, coding):
    """A bibliography keeps its entries in whatever coding it was saved, and its coding is a finding."""
    (tmp_path / "references.bib").write_bytes(ENTRY.encode(coding))
    source, (fault,) = read_leniently(tmp_path, "references.bib", "RKT004")
    assert source.text == ENTRY
    assert fault.code == "RKT007"


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, b""])
def test_utf_8_is_as_it_should_be(tmp_path, mark):
    """UTF-8 with or without a mark is no finding."""
    (tmp_path / "references.bib").write_bytes(mark + ENTRY.encode())
    source, faults = read_leniently(tmp_path, "references.bib", "RKT004")
    assert (source.text, faults) == (ENTRY, ())


def test_codings_may_be_mixed():
    """Where entries of two codings were put together, each letter is read for itself."""
    assert decoded("Grüße ".encode() + "Grüße “gut”".encode("cp1252")) == "Grüße Grüße “gut”"
    assert decoded(b"a\x81 no letter, and none: \x00") == "a\x81 no letter, and none: \ufffd"


def test_file_that_is_not_there_has_no_text(tmp_path):
    """What cannot be opened is one fault of the code that is asked for."""
    source, (fault,) = read_leniently(tmp_path, "references.bib", "RKT004")
    assert (source, fault.code) == (None, "RKT004")


@given(st.binary())
def test_any_bytes_are_a_text(content):
    """No sequence of bytes raises, and none leaves a NUL."""
    assert "\0" not in decoded(content)
