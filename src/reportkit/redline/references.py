"""The references that two editions cite: which came, which went, which are described otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportkit.assemble.citations import citation_numbers, cite
from reportkit.assemble.manuscript import Manuscript
from reportkit.assemble.tree import Node, Nodes, attributes, para, rewrite
from reportkit.model.bibliography import Bibliography, Reference
from reportkit.redline.marking import Mark, marked_blocks
from reportkit.redline.records import RecordChange, Records, changed_fields


def compare_references(
    before: Bibliography, now: Bibliography, cited_before: Sequence[str], cited_now: Sequence[str]
) -> Records:
    """Compare what is cited, by key; a reference that nobody cites is not in the document."""
    both = (key for key in cited_now if key in set(cited_before))
    changed = ((key, changed_fields(_fields(before, key), _fields(now, key))) for key in both)
    return Records(
        tuple(_named(now, key) for key in cited_now if key not in set(cited_before)),
        tuple(_named(before, key) for key in cited_before if key not in set(cited_now)),
        tuple(replace(_named(now, key), fields=found) for key, found in changed if found),
    )


def cited(manuscript: Manuscript) -> tuple[str, ...]:
    """The keys that a manuscript cites, by the number that it gives them."""
    return tuple(citation_numbers(manuscript.citing_places))


def in_order(keys: Sequence[str]) -> Node:
    """A paragraph that cites these keys one by one, so that they are numbered as they stand here."""
    return para([cite(key) for key in keys])


def mark_references(blocks: Nodes, references: Records) -> Nodes:
    """Mark in a processed list of references what came and what went."""
    marks = {f"ref-{record.id}": Mark.INSERTED for record in references.added}
    marks |= {f"ref-{record.id}": Mark.DELETED for record in references.removed}

    def change(node: Node) -> Node:
        if node["t"] == "Div" and (mark := marks.get(attributes(node)[0])):
            node["c"][1] = marked_blocks(node["c"][1], mark)
        return node

    marked: Nodes = rewrite(blocks, change)
    return marked


def _named(bibliography: Bibliography, key: str) -> RecordChange:
    fields = _fields(bibliography, key)
    return RecordChange(key, fields.get("title", ""))


def _fields(bibliography: Bibliography, key: str) -> Mapping[str, str]:
    reference: Reference | None = bibliography.by_key.get(key)
    if reference is None:
        return {}
    fields = {field.name: " ".join(field.value.split()) for field in reference.fields}
    return {"type": reference.type, **fields}
