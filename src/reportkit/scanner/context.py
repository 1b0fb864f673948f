"""What surrounds the text being read and changes how pandoc reads it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """Where the reading stands: inside a list, divs, an HTML element, quotation marks, a link."""

    in_list: bool = False
    div_level: int = 0
    html_element: str | None = None
    line_breaks: bool = True
    links: bool = True
    quote: str = ""
