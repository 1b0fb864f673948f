"""What quarto, R Markdown and Manubot read that pandoc alone does not."""

from dataclasses import replace

import pytest

from reportkit.model.location import Span
from reportkit.model.tokens import Citation, CitationAlias, CrossReference, Label
from reportkit.scanner import scan


def at(text: str, part: str) -> Span:
    """Where a part of a text stands."""
    return Span(text.index(part), text.index(part) + len(part))


def references(text: str, flavor: str) -> list[str]:
    """The labels that a text refers to."""
    return [each.label for each in scan(text, flavor).cross_references]


def labels(text: str, flavor: str) -> list[tuple[str, str]]:
    """The labels that a text gives, with their kinds."""
    return [(each.label, each.kind) for each in scan(text, flavor).labels]


def keys(text: str, flavor: str) -> list[str]:
    """The keys that a text cites."""
    return [each.key for each in scan(text, flavor).citations]


@pytest.mark.parametrize(
    ("flavor", "written", "label"),
    [
        ("quarto", "@fig-hives", "fig-hives"),
        ("quarto", "[-@tbl-hives]", "tbl-hives"),
        ("quarto", "@Sec-hives", "sec-hives"),
        ("quarto", "[@eq-hives]", "eq-hives"),
        ("rmarkdown", "\\@ref(fig:hives)", "fig:hives"),
        ("rmarkdown", "\\@ref(hives-on-roofs)", "hives-on-roofs"),
        ("manubot", "@fig:hives", "fig:hives"),
        ("manubot", "@eq:hives", "eq:hives"),
        ("pandoc", "@tbl:hives", "tbl:hives"),
    ],
)
def test_reference(flavor: str, written: str, label: str) -> None:
    """Each flavour writes its references otherwise; none is a citation."""
    text = f"See {written} and @hill2019.\n"
    assert references(text, flavor) == [label]
    assert keys(text, flavor) == ["hill2019"]
    assert scan(text, flavor).prose[0].text.startswith("See \ufffc and") or "[" in written


@pytest.mark.parametrize(
    ("flavor", "key"),
    [
        ("pandoc", "fig-hives"),
        ("quarto", "fig:hives"),
        ("quarto", "figure-hives"),
        ("quarto", "secure2019"),
        ("rmarkdown", "fig:hives"),
        ("manubot", "fig-hives"),
    ],
)
def test_other_flavors_references_are_citations(flavor: str, key: str) -> None:
    """A reserved prefix is reserved in its own flavour only."""
    assert (keys(f"See @{key}.\n", flavor), references(f"See @{key}.\n", flavor)) == ([key], [])


def test_reference_has_a_place() -> None:
    """A reference of bookdown spans all that is written."""
    text = "See Figure \\@ref(fig:hives).\n"
    assert scan(text, "rmarkdown").cross_references == (
        CrossReference(at(text, "\\@ref(fig:hives)"), "fig:hives"),
    )


@pytest.mark.parametrize(
    ("flavor", "text", "given"),
    [
        ("quarto", "```{r}\n#| label: fig-a\n```\n", [("fig-a", "chunk")]),
        ("quarto", "```{r}\n#| label: setup\n```\n", []),
        (
            "quarto",
            "```{r}\n#| label: fig-a\n#| fig-subcap:\n#|   - One\n#|   - Two\n```\n",
            [("fig-a", "chunk"), ("fig-a-1", "chunk"), ("fig-a-2", "chunk")],
        ),
        ("quarto", "```{r}\ncat(': Hives {#tbl-a}')\n```\n", [("tbl-a", "automatic")]),
        ("quarto", "$$x$$ {#eq-a}\n", [("eq-a", "equation")]),
        ("quarto", "::: {#thm-a}\nText.\n:::\n", [("thm-a", "div")]),
        ("quarto", "![a](b.png){#fig-a}\n", [("fig-a", "image")]),
        ("manubot", "$$x$$ {#eq:a}\n", [("eq:a", "equation")]),
        ("pandoc", "$$x$$ {#eq:a}\n", []),
        ("rmarkdown", "```{r a, fig.cap='A'}\n```\n", [("fig:a", "chunk")]),
        ("rmarkdown", "```{r a}\n```\n", [("fig:a", "automatic"), ("tab:a", "automatic")]),
        ("rmarkdown", "```{r}\ncat('(\\\\#tab:a) Hives')\n```\n", [("tab:a", "automatic")]),
        ("rmarkdown", "```{theorem a}\nText.\n```\n", [("thm:a", "chunk")]),
        ("rmarkdown", "::: {.theorem #a}\nText.\n:::\n", [("thm:a", "div")]),
        ("rmarkdown", "| a |\n|---|\n\n: (\\#tab:a) Hives\n", [("tab:a", "caption")]),
        ("rmarkdown", "![(#fig:a) Hives](b.png)\n", [("fig:a", "caption")]),
        ("rmarkdown", "**(#exm:a)** Text.\n", [("exm:a", "automatic")]),
        ("rmarkdown", "$$x (\\#eq:a)$$\n", [("eq:a", "caption")]),
        ("rmarkdown", "\\begin{equation}\nx (\\#eq:a)\n\\end{equation}\n", [("eq:a", "caption")]),
        ("rmarkdown", "`(\\#fig:a)` and (#nothing:a)\n", []),
        ("pandoc", "(\\#fig:a)\n", []),
    ],
)
def test_labels(flavor: str, text: str, given: list[tuple[str, str]]) -> None:
    """A chunk, an equation, a caption or code may give a label; those that are not sure are automatic."""
    assert labels(text, flavor) == given


def test_label_leaves_its_brackets_to_the_text() -> None:
    """A bracket without partner would be a slip of the author."""
    (prose,) = scan("**(#exm:a)** Hives (\\#eq:b).\n", "rmarkdown").prose
    assert prose.text == "() Hives ()."


def test_label_has_a_place() -> None:
    """The label of a chunk stands where it is written."""
    text = "```{r, fig.cap='A', label='hives'}\n```\n"
    assert scan(text, "rmarkdown").labels == (Label("fig:hives", at(text, "hives"), "chunk"),)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("# Hives on *Roofs*", "hives-on-roofs"),
        ("# 2. The `hive_count()`", "the-hive_count"),
        ("# Ünder [a link](b.md) -- it's", "ünder-a-link-its"),
        ("# 12", "section"),
        ("Hives v1.2\n---", "hives-v1.2"),
    ],
)
def test_automatic_identifier(heading: str, name: str) -> None:
    """A heading without identifier gets the one that pandoc makes."""
    assert labels(f"{heading}\n", "pandoc") == [(name, "automatic")]


def test_automatic_identifiers_differ() -> None:
    """Headings of the same words are counted, explicit identifiers with them."""
    names = [name for name, _ in labels("# A\n\n# A\n\n# B {#a-2}\n\n# A\n\n# A\n", "pandoc")]
    assert names == ["a", "a-1", "a-2", "a-3", "a-4"]


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/@no here.\n",
        "See https://example.org/a_(@no)_b.\n",
        "Write to me@example.org or x-@no.\n",
        "\\(x [@no]\\)\n",
        "\\[\nx @no\n\\]\n",
    ],
)
def test_extensions_of_rmarkdown(text: str) -> None:
    """R Markdown has pandoc read bare addresses and formulas after backslashes."""
    assert keys(text, "rmarkdown") == []
    assert scan(text, "rmarkdown").urls == ()


def test_bare_address_is_a_link() -> None:
    """An address without brackets ends before the punctuation behind it."""
    text = "See (https://example.org/a_b.html), @hill2019.\n"
    found = scan(text, "rmarkdown")
    assert [link.target for link in found.links] == ["https://example.org/a_b.html"]
    assert [citation.key for citation in found.citations] == ["hill2019"]


@pytest.mark.parametrize("mark", ["{{< include a.qmd >}}", "{{< cite @no >}}", "{{<\nmeta [@no] >}}"])
def test_shortcodes(mark: str) -> None:
    """Quarto fills in shortcodes before pandoc reads the text."""
    text = f"See {mark} and @hill2019.\n"
    found = scan(text, "quarto")
    assert [citation.span for citation in found.citations] == [at(text, "@hill2019")]
    assert found.prose[0].text == "See \ufffc and \ufffc."


@pytest.mark.parametrize("mark", ["{{ a['@no'] }}", "{% if '@no' %}", "{## [@no]\n\n##}", "{{author}}@{{x}}"])
def test_jinja(mark: str) -> None:
    """Manubot fills in marks of Jinja, whose comments have two hash signs."""
    text = f"See {mark} and {{#fig:a}} @hill2019.\n"
    assert [citation.span for citation in scan(text, "manubot").citations] == [at(text, "@hill2019")]


def test_marks_that_nothing_closes() -> None:
    """An opening mark alone is text."""
    for flavor, text in (("manubot", "{{ {% {## @hill2019\n"), ("quarto", "{{< @hill2019\n")):
        assert keys(text, flavor) == ["hill2019"]


@pytest.mark.parametrize(
    "key",
    [
        "doi:10.1000/hives.1",
        "pmid:12345",
        "arxiv:1607.07519",
        "url:https://example.org/a/b",
        "10.1000/hives.1",
    ],
)
def test_citation_by_identifier(key: str) -> None:
    """Manubot looks works up by identifier; a bibliography need not have them."""
    text = f"See [@{key}].\n"
    cited = Citation(key, at(text, f"@{key}"), at(text, key))
    assert scan(text).citations == (cited,)
    assert scan(text, "manubot").citations == (replace(cited, by_identifier=True),)


@pytest.mark.parametrize("key", ["tag:hives", "hill2019", "raw:hill"])
def test_other_keys_in_manubot(key: str) -> None:
    """All other keys need a definition or an entry."""
    (citation,) = scan(f"See [@{key}].\n", "manubot").citations
    assert not citation.by_identifier


def test_aliases() -> None:
    """Definitions of short names cite nothing; in the midst of a paragraph they are none."""
    text = "[@tag:a]: doi:10.1000/a\n[@b]:\n  url:https://example.org\n\nText [@tag:a]\n[@c]: pmid:1\n"
    found = scan(text, "manubot")
    assert found.aliases == (
        CitationAlias("tag:a", "doi:10.1000/a", at(text, "[@tag:a]: doi:10.1000/a")),
        CitationAlias("b", "url:https://example.org", at(text, "[@b]:\n  url:https://example.org")),
    )
    assert [citation.key for citation in found.citations] == ["tag:a", "c"]
    assert [citation.key for citation in scan(text).citations] == ["tag:a", "b", "tag:a", "c"]
