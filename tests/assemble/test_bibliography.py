"""The bibliography as the citation processor gets it."""

import json

import pypandoc

from reportkit.adapters.bibtex import read_bibliography
from reportkit.assemble.bibliography import bibtex_of
from reportkit.model.location import SourceText

SOUND = "@misc{reed2020,\n  title = {Herons},\n}\n"


def bibtex(text: str) -> str:
    """What is handed on of this file."""
    return bibtex_of(read_bibliography([SourceText("references.bib", text)]))


def test_a_sound_file_is_handed_on_as_it_is() -> None:
    """Nothing is rewritten where nothing is broken."""
    assert bibtex(SOUND) == SOUND


def test_a_broken_entry_does_not_keep_the_others() -> None:
    """The sound entries are handed on, the broken one is not."""
    handed_on = bibtex(
        SOUND + "@misc{broken2021,\n  title = {Never ends,\n}\n\n@misc{ash2022,\n  title = {Rivers},\n}\n"
    )
    assert "reed2020" in handed_on
    assert "ash2022" in handed_on
    assert "broken2021" not in handed_on


def test_a_circle_of_parents_is_opened() -> None:
    """Pandoc would follow the circle for ever; what is handed on it reads at once."""
    circle = (
        "@misc{a,\n  title = {A},\n  crossref = {b},\n}\n\n@misc{b,\n  title = {B},\n  crossref = {a},\n}\n"
    )
    keys = [
        entry["id"]
        for entry in json.loads(pypandoc.convert_text(bibtex(SOUND + circle), "csljson", format="bibtex"))
    ]
    assert "reed2020" in keys
    assert len(keys) < 3


def test_abbreviations_are_resolved() -> None:
    """An entry that stands on its own carries the text that its macro stood for."""
    broken = "@misc{broken2021,\n  title = {Never ends,\n}\n"
    handed_on = bibtex('@string{jh = "Journal of Herons"}\n@article{reed2020,\n  journal = jh,\n}\n' + broken)
    assert "journal = {Journal of Herons}" in handed_on
