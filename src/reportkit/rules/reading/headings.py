"""The heading under which something stands."""

from bisect import bisect_right

from reportkit.model.chapter import Chapter


def heading_above(chapter: Chapter, place: int) -> str:
    """The words of the last heading before an offset; nothing where there is none."""
    headings = chapter.scan.headings
    index = bisect_right([heading.span.start for heading in headings], place)
    return headings[index - 1].text if index else ""
