"""The bibliography as the citation processor gets it."""

from reportkit.model.bibliography import Bibliography, Reference


def bibtex_of(bibliography: Bibliography) -> str:
    """The text of all bibliography files or, where some of it cannot be read, its sound entries alone.

    One broken entry would stop the citation processor, and a circle of parents would keep it busy for ever;
    a draft is to be built nevertheless.
    """
    if not bibliography.faults:
        return "\n".join(source.text for source in bibliography.sources)
    return "\n".join(_entry(reference) for reference in bibliography.sound.values())


def bibtex_of_both(bibliography: Bibliography, other: Bibliography) -> str:
    """The text of a bibliography, with the sound entries of another one that it does not have."""
    rest = (reference for key, reference in other.sound.items() if key not in bibliography.by_key)
    return "\n".join([bibtex_of(bibliography), *map(_entry, rest)])


def _entry(reference: Reference) -> str:
    fields = {field.name: field.value for field in reference.fields}
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items())
    return f"@{reference.type}{{{reference.key}{lines}\n}}"
