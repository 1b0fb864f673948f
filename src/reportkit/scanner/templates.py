"""Marks that a tool replaces before pandoc reads the text: Jinja in Manubot, shortcodes in Quarto."""

import re
from collections.abc import Iterator

from reportkit.scanner.fragment import Cut

# what stands for a text that nobody can know yet
_UNKNOWN = "\ufffc"
_JINJA = (("{##", "##}", ""), ("{%", "%}", ""), ("{{", "}}", _UNKNOWN))
_SHORTCODES = (("{{<", ">}}", _UNKNOWN),)
_KINDS = {"": (), "jinja": _JINJA, "shortcodes": _SHORTCODES}


def template_marks(text: str, kind: str) -> Iterator[Cut]:
    """The marks of a text and what is read in their place."""
    closings = {opening: (closing, reading) for opening, closing, reading in _KINDS[kind]}
    at = 0
    while closings and (mark := re.compile("|".join(map(re.escape, closings))).search(text, at)):
        closing, reading = closings[mark[0]]
        stop = text.find(closing, mark.end())
        if stop < 0:
            del closings[mark[0]]
            at = mark.start()
            continue
        at = stop + len(closing)
        yield Cut(mark.start(), at, reading)
