"""The values of the redline's page template, and marks as HTML has them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from reportkit.assemble.tree import Node, Nodes, rewrite
from reportkit.model.languages import words_of
from reportkit.redline.comparison import Redline
from reportkit.redline.marking import Mark, mark_of
from reportkit.redline.wording import pieces

_ELEMENT = {Mark.INSERTED: "ins", Mark.DELETED: "del"}


def with_html_marks(blocks: Nodes) -> Nodes:
    """Marked stretches of text as `<ins>` and `<del>`, which pandoc does not write by itself."""

    def change(node: Node) -> Node | Nodes:
        mark = mark_of(node) if node["t"] == "Span" else None
        if mark is None:
            return node
        name = _ELEMENT[mark]
        return [_markup(f"<{name}>"), *node["c"][1], _markup(f"</{name}>")]

    changed: Nodes = rewrite(_apart(blocks), change)
    return changed


def _apart(value: Any) -> Any:
    """A space, or an end of line, between what went and what came: two numbers must not look like one."""
    if isinstance(value, dict):
        return {name: _apart(part) for name, part in value.items()}
    if not isinstance(value, list):
        return value
    parts: list[Any] = []
    for before, part in zip([None, *value], value, strict=False):
        if _marked(before, Mark.DELETED) and _marked(part, Mark.INSERTED):
            parts.append({"t": "LineBreak" if '"LineBreak"' in json.dumps([before, part]) else "Space"})
        parts.append(_apart(part))
    return parts


def _marked(part: Any, mark: Mark) -> bool:
    return isinstance(part, dict) and part.get("t") == "Span" and mark_of(part) is mark


def _markup(html: str) -> Node:
    return {"t": "RawInline", "c": ["html", html]}


def redline_values(redline: Redline) -> Mapping[str, object]:
    """The values of the template, but for the HTML of the text and the fonts."""
    return {
        "redline": redline,
        "settings": redline.now.review.settings,
        "words": words_of(redline.now.review.settings.language),
        "counts": counts(redline),
        "pieces": pieces,
        "kinds": {
            "References": redline.references,
            "Rows of the evidence": redline.evidence.rows,
            "Studies": redline.evidence.studies,
            "Certainty": redline.evidence.certainty,
        },
    }


def counts(redline: Redline) -> Sequence[tuple[str, str]]:
    """One line for each kind of change, also where there is none."""
    evidence = redline.evidence
    kinds = {
        "references": redline.references,
        "rows": evidence.rows,
        "studies": evidence.studies,
        "certainty": evidence.certainty,
    }
    return (
        ("title block", str(len(redline.title_block))),
        ("text", str(len(redline.changes))),
        *(
            (name, f"{len(k.added)} added, {len(k.removed)} removed, {len(k.changed)} changed")
            for name, k in kinds.items()
        ),
        ("numbers in the text", f"{len(evidence.numbers)} moved"),
        ("conclusions", f"{len(redline.conclusions)} touched"),
    )
