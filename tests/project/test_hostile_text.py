"""HTML and scripts in Markdown: taken out, named in a draft, never run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from reportkit.errors import BuildError
from reportkit.model.review import Review
from reportkit.project.documents import make_manuscript, make_page
from reportkit.project.load import load_review
from tests.documents.test_screen import CHROMIUM, FLAGS

ROOT = Path(__file__).parents[2]
HOSTILE = """# Results [x]{onclick="ran=1" .tied}

<script>ran = 1</script>

Text <b onmouseover="ran=1">loud</b> <img src=x onerror="ran=1"> and [a link](javascript:ran=1){.tied}, ![a
picture](data:text/html,<script>ran=1</script>).

::: {#card onclick="ran=1" .evidence-row style="x:expression(ran=1)"}
</div><script>ran=1</script>
:::

```{=html}
<iframe src="javascript:parent.ran=1"></iframe>
```

| <script>ran=1</script> |
|------------------------|
| `<svg onload=ran=1>`{=html} |

[^n]: <svg onload="ran=1"></svg>

A note.[^n] `<script>ran=1</script>`
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The Chromium of the system."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def review(tmp_path: Path) -> Review:
    """A review whose chapter tries everything."""
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters" / "10-results.md").write_text(HOSTILE, encoding="utf-8")
    title = 'title = "<script>ran=1</script>"\nkeywords = ["</script><script>ran=1</script>"]\n'
    (tmp_path / "reportkit.toml").write_text(title, encoding="utf-8")
    (tmp_path / "references.bib").write_text("", encoding="utf-8")
    (tmp_path / "templates").symlink_to(ROOT / "templates")
    return load_review(tmp_path)


def test_nothing_of_it_runs(review: Review, tmp_path: Path, browser: Browser) -> None:
    """Not even where the page's own policy, which forbids it too, is taken away."""
    manuscript = make_manuscript(tmp_path, review).manuscript
    page = make_page(tmp_path, review, manuscript, "", draft=True)
    path = tmp_path / "draft.html"
    path.write_text(page, encoding="utf-8")
    context = browser.new_context(bypass_csp=True)
    tab = context.new_page()
    tab.goto(path.as_uri())
    for link in tab.locator("main a, main span").all()[:40]:
        link.dispatch_event("mouseover")
        link.dispatch_event("click")
    assert tab.evaluate("typeof ran") == "undefined"
    assert tab.locator("main script, main iframe, main [onclick], main [onerror], [onload]").count() == 0
    assert tab.locator("script").count() == len(["linked data", "the page's own"])
    context.close()


def test_a_review_is_not_built_with_it(review: Review, tmp_path: Path) -> None:
    """What was taken out is named, so that its author knows."""
    manuscript = make_manuscript(tmp_path, review).manuscript
    with pytest.raises(BuildError, match="raw markup removed"):
        make_page(tmp_path, review, manuscript, "", draft=False)
