"""The year in which a work of a bibliography appeared."""

import re

from reportkit.model.bibliography import Reference

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def year_of(reference: Reference) -> int | None:
    """The first year of `date`, or else of `year`; pandoc looks in this order."""
    found = _YEAR.search(reference.text("date")) or _YEAR.search(reference.text("year"))
    return int(found[0]) if found else None
