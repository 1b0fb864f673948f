"""Chunks of R Markdown and Quarto: code that is run, no attributes of pandoc."""

import pytest

from reportkit.model.location import Span
from reportkit.model.tokens import Chunk
from reportkit.scanner import scan

FLAVORS = ("rmarkdown", "quarto")


def at(text: str, part: str) -> Span:
    """Where a part of a text stands."""
    return Span(text.index(part), text.index(part) + len(part))


@pytest.mark.parametrize("flavor", FLAVORS)
@pytest.mark.parametrize(
    ("opening", "engine", "label"),
    [
        ("{r}", "r", ""),
        ("{r hives}", "r", "hives"),
        ("{r, hives, echo=FALSE}", "r", "hives"),
        ("{r hives, fig.cap='a, b'}", "r", "hives"),
        ('{python, label="hives", out.width="50%"}', "python", "hives"),
        ("{r out.width=c(1, 2), hives}", "r", "hives"),
        ("{r echo = FALSE}", "r", ""),
        ("{python .small}", "python", ""),
        ("{r}\n#| label: hives\n#| echo: false", "r", "hives"),
        ("{ojs}\n//| label: 'hives'", "ojs", "hives"),
        ('{r}\n#| label = "hives", echo = FALSE', "r", "hives"),
    ],
)
def test_chunk(flavor: str, opening: str, engine: str, label: str) -> None:
    """A chunk knows its engine and its label, wherever it is written."""
    chunk = f"```{opening}\nx <- '@no'\n```"
    text = f"Text @hill2019.\n{chunk}\nText @fen2014.\n"
    found = scan(text, flavor)
    (token,) = found.chunks
    behind_engine = text.index(f"{{{engine}") + 1 + len(engine)
    place = at(text, label) if label else Span(behind_engine, behind_engine)
    assert token == Chunk(engine, label, at(text, chunk), place)
    assert [citation.key for citation in found.citations] == ["hill2019", "fen2014"]


@pytest.mark.parametrize("flavor", FLAVORS)
@pytest.mark.parametrize(
    "text",
    [
        "``` {.r}\nx\n```\n",
        "```r\nx\n```\n",
        "```{=html}\nx\n```\n",
        "````\n```{r}\nx\n```\n````\n",
        "```{{r}}\nx\n```\n",
        "```{r}`r ''`\nx\n```\n",
        "<!--\n```{r}\nx\n```\n-->\n",
        "```{r}\nx\n",
        "`{r}`\n",
        "~~~{r}\nx\n~~~\n",
    ],
)
def test_no_chunk(flavor: str, text: str) -> None:
    """What is shown, hidden in a comment or never closed is not run."""
    assert scan(text, flavor).chunks == ()


def test_no_chunks_in_pandoc() -> None:
    """For pandoc itself braces without attributes make no code block at all."""
    found = scan("```{r hives}\nx @hill2019\n```\n")
    assert (found.chunks, [code.is_block for code in found.code]) == ((), [False])


@pytest.mark.parametrize(
    "text",
    [
        "- item\n\n  ```{r a}\n  [@no]\n  ```\n\n  more @b\n",
        "> ```{r a}\n> [@no]\n> ```\n>\n> more @b\n",
        "    ```{r a}\n    [@no]\n    ```\n\nmore @b\n",
        "::: a\n```{r a}\n[@no]\n```\n:::\n@b\n",
    ],
)
def test_chunk_inside(text: str) -> None:
    """A chunk inside a list, quote or div leaves the text around it as it is."""
    found = scan(text, "rmarkdown")
    assert [chunk.label for chunk in found.chunks] == ["a"]
    assert [citation.key for citation in found.citations] == ["b"]


@pytest.mark.parametrize("flavor", FLAVORS)
@pytest.mark.parametrize(
    "option",
    [
        "{r, fig.cap='A map [@hill2019].'}",
        '{r, fig.cap="A \\"map\\" [@hill2019]."}',
        "{r, fig.cap=paste('A map', '[@hill2019]')}",
        "{r}\n#| fig-cap: A map [@hill2019].",
        '{r}\n#| fig-cap: "A map [@hill2019]."',
        "{r}\n#| fig-cap: |\n#|   A map\n#|   [@hill2019].",
        "{r}\n#| fig-subcap:\n#|   - First\n#|   - Second [@hill2019]",
        '{r}\n#| fig-subcap: ["First", "Second, [@hill2019]"]',
        "{r}\n#| tbl-cap: !expr 'paste(\"A [@hill2019]\")'",
    ],
)
def test_caption(flavor: str, option: str) -> None:
    """A caption among the options is Markdown, its citations stand where they are written."""
    text = f"```{option}\nplot(x)\n```\n"
    (citation,) = scan(text, flavor).citations
    assert citation.span == at(text, "@hill2019")


@pytest.mark.parametrize(
    "option",
    [
        "{r, fig.cap='[@hill2019]', eval=FALSE}",
        "{r, fig.cap='[@hill2019]', include = FALSE}",
        "{r}\n#| fig-cap: '[@hill2019]'\n#| eval: false",
        "{r, fig.alt='[@hill2019]'}",
        "{r, fig.cap=captions['@hill2019']}",
    ],
)
def test_nothing_printed(option: str) -> None:
    """What is not run prints no caption; other options are no Markdown."""
    assert scan(f"```{option}\nplot(x)\n```\n", "quarto").citations == ()


@pytest.mark.parametrize("engine", ["block", "block2", "asis", "theorem", "proof", "example"])
def test_prose_in_chunk(engine: str) -> None:
    """Some engines print their content as Markdown."""
    text = f"Text\n```{{{engine}, type='note'}}\nAs @hill2019 [p. 3] says.\n\n- [@fen2014]\n```\nText\n"
    found = scan(text, "rmarkdown")
    assert found.chunks == ()
    assert [citation.key for citation in found.citations] == ["hill2019", "fen2014"]
    assert [prose.text for prose in found.prose] == ["Text", "As \ufffc says.", "\ufffc", "Text"]


def test_chunk_is_code() -> None:
    """The content of a chunk is code, too."""
    (code,) = scan("```{r}\nx\ny\n```\n", "quarto").code
    assert (code.text, code.is_block) == ("x\ny", True)
