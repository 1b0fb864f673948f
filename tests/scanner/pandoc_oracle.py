"""What pandoc cites in a document, and what the scanner does: the two sides of the law."""

import json
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pypandoc

from reportkit.scanner import scan

# keys that are printed together, each with whether its author is suppressed
Group = tuple[tuple[str, bool], ...]

READERS = {
    "pandoc": "markdown",
    "rmarkdown": "markdown+autolink_bare_uris+tex_math_single_backslash",
}
"""What each flavour has pandoc read, once its own marks are filled in."""

_RESERVED = ("tbl:", "fig:", "sec:")
_END_OF_DOCUMENT = ((("document-ends-here", False),),)
_METADATA = re.compile(r"^%|(?<!-)---[ ]*$", re.MULTILINE)
_BATCH = 40
_PROCESSES = 2


def scanned_groups(text: str, flavor: str = "pandoc") -> Counter[Group]:
    """The groups the scanner finds; those in a footnote count once for each call, as pandoc prints it."""
    found = scan(text, flavor)
    groups: Counter[Group] = Counter()
    for group in found.groups:
        around = [note for note in found.footnotes if note.span.start <= group.span.start < note.span.end]
        innermost = min(around, key=lambda note: len(note.span), default=None)
        if keys := _not_reserved((each.key, each.author_suppressed) for each in group.citations):
            groups[keys] += len(innermost.calls) if innermost else 1
    return groups


def cited_groups(documents: Sequence[str], flavor: str = "pandoc") -> list[Counter[Group] | None]:
    """The groups pandoc finds in each document, None where it refuses one, as it does for broken YAML."""
    batches = [documents[start : start + _BATCH] for start in range(0, len(documents), _BATCH)]
    read = partial(_cited_in_batch, reader=READERS[flavor])
    with ThreadPoolExecutor(_PROCESSES) as pool:
        return [groups for batch in pool.map(read, batches) for groups in batch]


def manual() -> str:
    """The manual that this pandoc brings along."""
    return _run("--print-default-data-file=MANUAL.txt").decode()


def tree_of(text: str) -> dict[str, Any] | None:
    """What pandoc makes of a document, or None where it refuses it."""
    try:
        return _pandoc([text], READERS["pandoc"])
    except subprocess.CalledProcessError:
        return None


def _cited_in_batch(documents: Sequence[str], reader: str) -> list[Counter[Group] | None]:
    """Documents with metadata are read alone: pandoc would merge theirs."""
    groups: dict[int, Counter[Group] | None] = {}
    together = {}
    for index, text in enumerate(documents):
        if _METADATA.search(text):
            groups[index] = _cited_alone(text, reader)
        else:
            together[index] = text
    groups |= zip(together, _cited_together(list(together.values()), reader), strict=True)
    return [groups[index] for index in range(len(documents))]


def _cited_alone(document: str, reader: str) -> Counter[Group] | None:
    try:
        return _cited_in(_pandoc([document], reader))
    except subprocess.CalledProcessError:
        return None


def _cited_together(documents: Sequence[str], reader: str) -> list[Counter[Group]]:
    """What is cited in documents that pandoc reads one after the other, each for itself."""
    separator = f"[@{_END_OF_DOCUMENT[0][0][0]}]\n"
    tree = _pandoc([text for document in documents for text in (document, separator)], reader)
    results: list[Counter[Group]] = []
    current: list[object] = []
    for block in tree["blocks"]:
        if _cited_in(block) == Counter(_END_OF_DOCUMENT):
            results.append(_cited_in(current))
            current = []
        else:
            current.append(block)
    return results


def _pandoc(documents: Sequence[str], reader: str) -> dict[str, Any]:
    if not documents:
        return {"blocks": []}
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{index:04}.md" for index in range(len(documents))]
        for name, text in zip(names, documents, strict=True):
            (Path(folder) / name).write_text(text, encoding="utf-8", newline="")
        tree: dict[str, Any] = json.loads(
            _run("--file-scope", "-f", reader, "-t", "json", *names, folder=folder)
        )
    return tree


def _run(*arguments: str, folder: str | None = None) -> bytes:
    command = [pypandoc.get_pandoc_path(), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=120).stdout


def _cited_in(tree: object) -> Counter[Group]:
    return Counter(_groups(tree))


def _groups(tree: object) -> Iterator[Group]:
    if isinstance(tree, dict):
        if tree.get("t") == "Cite" and (group := _group(tree["c"][0])):
            yield group
        # a figure repeats its caption as the alternative text of its image
        for value in tree["c"][:2] if tree.get("t") == "Figure" else tree.values():
            yield from _groups(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _groups(value)


def _group(citations: Sequence[dict[str, dict[str, str]]]) -> Group:
    return _not_reserved(
        (str(each["citationId"]), each["citationMode"]["t"] == "SuppressAuthor") for each in citations
    )


def _not_reserved(citations: Iterable[tuple[str, bool]]) -> Group:
    return tuple((key, suppressed) for key, suppressed in citations if not key.startswith(_RESERVED))
