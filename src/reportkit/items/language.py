"""Generated tables in the language of the document, as far as the toolkit has words in it."""

from dataclasses import replace

from reportkit.model.items import Figure, Table
from reportkit.model.words import Words


def in_language(value: Table | Figure, words: Words) -> Table | Figure:
    """A table with its heads and titles in these words; an author's own heads stay as they are."""
    if isinstance(value, Figure):
        return value
    columns = tuple(replace(column, title=words.say(column.title)) for column in value.columns)
    groups = tuple(replace(group, title=words.say(group.title)) for group in value.groups)
    return replace(value, columns=columns, groups=groups)
