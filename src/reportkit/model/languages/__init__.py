"""The languages that documents can be set in; a module here is a language."""

from reportkit.model.languages.german import GERMAN
from reportkit.model.words import Words

_LANGUAGES = {"en": Words(), "de": GERMAN}


def words_of(language: str) -> Words:
    """The words for a language such as de-AT; English where the toolkit has no others."""
    return _LANGUAGES.get(language.partition("-")[0].lower(), _LANGUAGES["en"])
