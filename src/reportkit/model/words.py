"""What documents say in words of the toolkit itself: English here, other languages in `model/languages`."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the page and of what is placed in it; `date` is filled with day, month and year.

    `phrases` has other languages' words for what tables and entries of the evidence are made of in English.
    """

    draft: str = "Draft"
    version: str = "Version"
    data_of: str = "Data of"
    search_date: str = "Search date:"
    not_recorded: str = "not recorded"
    no_database: str = "no database search"
    licence: str = "Licence"
    contents: str = "Contents"
    skip: str = "Skip to the text"
    search: str = "Search the text"
    hits: str = "Passages found"
    previous_mention: str = "Previous mention"
    next_mention: str = "Next mention"
    this_paragraph: str = "Link to this paragraph"
    cite_as: str = "Cite as:"
    references_file: str = "All references (BibTeX)"
    table: str = "Table"
    figure: str = "Figure"
    section: str = "Section"
    data: str = "data (CSV)"
    references: str = "References"
    cited: str = "Cited:"
    used: str = "Used:"
    evidence_index: str = "Evidence index"
    evidence_introduction: str = (
        "Every linked number in this document leads here: what the source printed, where it was read, and "
        "where it is used. In print a raised E with a number is the number of the entry."
    )
    page: str = "Page"
    of_pages: str = "of"
    short_page: str = "p."
    continued: str = "continued"
    study_index: str = "Index of studies"
    study_index_use: str = (
        "The pages with numbers of each study; its name leads to its entries in the evidence index."
    )
    quotes: str = "“”‘’"
    date: str = "{day} {month} {year}"
    months: tuple[str, ...] = (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    )
    phrases: Mapping[str, str] = field(default_factory=dict, hash=False)

    def say(self, phrase: str) -> str:
        """A phrase of the toolkit in this language; as it is where there is no other."""
        return self.phrases.get(phrase, phrase)

    def day(self, date: str) -> str:
        """A date such as 2024-05-31 in words; anything else as it is."""
        parts = date.split("-")
        if len(parts) != 3 or not all(map(str.isdecimal, parts)) or not 1 <= int(parts[1]) <= 12:  # noqa: PLR2004
            return date
        month = self.months[int(parts[1]) - 1]
        return self.date.format(day=int(parts[2]), month=month, year=parts[0])
