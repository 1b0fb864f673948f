"""Raw HTML in a chapter.

## Why it matters

It never reaches the document: the PDF could not show it, and a script in a review is a danger to its
readers.

## Flagged

```markdown chapters/10-results.md
# Results

Half could <b>walk</b> again [@nguyen2021].
```

```bibtex references.bib
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
```

```text
chapters/10-results.md:3:12: DOC016 raw HTML, here `<b>`, never reaches the document
```

## Passes

```markdown chapters/10-results.md
# Results

Half could **walk** again, and `<b>` is only mentioned [@nguyen2021].
```

Texts that other tools make a document of may have it: files that are no chapters of the review, and those
of Quarto, R Markdown and Manubot.

## Fix

Say it in Markdown: `**bold**`, `*italic*`, `H~2~O`, `m^2^`, or a fenced div `::: {.note}`. Put a tag that
is only mentioned between backticks.
"""

import re
from collections.abc import Iterator

from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.rules.reading.running_text import book_of
from reportkit.rules.rule import Data, Rule

_HINT = "Say it in Markdown, or put a tag that is only mentioned between backticks."

_NAME = re.compile(r"</?\s*(?P<name>[A-Za-z][\w-]*)")


def check(review: Review) -> Iterator[Diagnostic]:
    """Every tag, but not the one that only closes an earlier one."""
    for chapter in (chapter for chapter in book_of(review) if chapter.flavor == "pandoc"):
        opened: set[str] = set()
        for raw in chapter.scan.raw_html:
            found = _NAME.match(raw.text)
            name = found["name"].lower() if found else raw.text
            if not (raw.text.startswith("</") and name in opened):
                message = f"raw HTML, here `{_shown(raw.text)}`, never reaches the document"
                yield RULE.diagnostic(chapter.locate(raw.span), message, _HINT)
            opened.add(name)


def _shown(text: str) -> str:
    """The first tag, on one line."""
    return " ".join(text.partition(">")[0].split()) + ">"


RULE = Rule(
    code="DOC016",
    name="raw-html",
    severity=Severity.ERROR,
    needs=frozenset({Data.CHAPTERS}),
    check=check,
    documentation=__doc__,
)
