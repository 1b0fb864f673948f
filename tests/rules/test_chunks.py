from reportkit.formats.findings.text import line
from reportkit.model.chapter import Chapter
from reportkit.model.location import SourceText
from reportkit.model.review import Review
from reportkit.model.settings import Settings
from reportkit.rules.registry import find_rule
from reportkit.scanner import scan


def lines(code: str, text: str) -> list[str]:
    """What a rule finds in an R Markdown document."""
    rule = find_rule(code)
    assert rule is not None
    chapter = Chapter(SourceText("10.Rmd", text), scan(text, "rmarkdown"))
    return [line(found) for found in rule.findings(Review(Settings(), (chapter,)))]


def test_curly_marks_around_strings_of_programs() -> None:
    """A string between curly marks stops a program; within a string and in text they are letters."""
    text = (
        "He said “walk”.\n\n"
        "```{r}\n"
        "x <- c(“a”, 'b', ‘c’)\n"
        'print("he said “walk”")\n'
        "y = “d” # as “e”\n"
        "```\n\n"
        "```r\nx = “a”\n```\n"
    )
    told = "a program does not know these quotation marks"
    assert lines("DOC009", text) == [
        f"10.Rmd:4:8: DOC009 {told}",
        f"10.Rmd:4:18: DOC009 {told}",
        f"10.Rmd:6:5: DOC009 {told}",
    ]


def test_chunks_are_no_text() -> None:
    """Comments of a program are no headings, and its brackets and placeholders are its own."""
    text = "# Casts\n\n```{r}\n### a comment (\nXX% \n```\n\n`r round(1)` walked.\n"
    for code in ("DOC001", "DOC006", "DOC007", "DOC013", "DOC014"):
        assert lines(code, text) == []
