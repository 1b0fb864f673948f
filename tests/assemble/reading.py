"""Markdown read by the real pandoc, for tests that look at trees."""

import json

import pypandoc

from reportkit.assemble.tree import Nodes


def blocks_of(markdown: str) -> Nodes:
    """The blocks that pandoc reads."""
    blocks: Nodes = json.loads(pypandoc.convert_text(markdown, "json", format="markdown"))["blocks"]
    return blocks


def html_of(blocks: Nodes) -> str:
    """The HTML that pandoc writes for blocks."""
    document = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks}
    return str(
        pypandoc.convert_text(json.dumps(document), "html5", format="json", extra_args=["--wrap=none"])
    )
