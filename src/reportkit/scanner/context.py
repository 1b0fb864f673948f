"""What surrounds the text being read and changes how pandoc reads it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Context:
    """Where the reading stands: inside a list, divs, an HTML element, quotation marks, a link."""

    in_list: bool = False
    div_level: int = 0
    html_element: str | None = None
    line_breaks: bool = True
    links: bool = True
    quote: str = ""


@dataclass(slots=True)
class Session:
    """What the reading of one chapter carries along.

    `examples` are the labels met so far; the depths count constructs open inside each other; `clipped`
    counts how often one was refused because too many were open.
    """

    examples: set[str] = field(default_factory=set)
    depth: int = 0
    clipped: int = 0
    block_depth: int = 0
