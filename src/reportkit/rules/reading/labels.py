"""What can be referred to, by which kind of label, and whether a text mentions it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.model.location import Location
from reportkit.model.review import Review

_KINDS = {
    "fig": "figure",
    "tbl": "table",
    "tab": "table",
    "sec": "section",
    "eq": "equation",
    "lst": "listing",
    "thm": "theorem",
}
_WITH_KIND = re.compile(r"([A-Za-z]+)[:-]")
_LABEL = re.compile(r"[A-Za-z]+[:-][^\s\\\"'`(){}\[\]<>#@,;]*[\w]")
_PART = re.compile(r"(.+)-\d+")


@dataclass(frozen=True, slots=True)
class Float:
    """A figure or table with a label, which is printed where there is room for it."""

    label: str
    kind: str
    location: Location


def kind_of(label: str) -> str:
    """What a label is for by its beginning: `figure` for `fig:cast`, nothing where it does not say."""
    found = _WITH_KIND.match(label)
    return _KINDS.get(found[1].lower(), "") if found else ""


def given_labels(review: Review) -> frozenset[str]:
    """Everything that can be referred to in any chapter."""
    return frozenset(given.label for chapter in review.chapters for given in chapter.scan.labels)


def floats(review: Review) -> Iterator[Float]:
    """The labelled figures and tables in reading order, parts of a figure excepted.

    A chunk that may be either has no caption, and is not numbered.
    """
    labels = given_labels(review)
    for chapter in review.chapters:
        for given in chapter.scan.labels:
            kind, name = kind_of(given.label), given.label.partition(":")[2]
            if kind not in {"figure", "table"} or given.kind in {"automatic", "heading", "span"}:
                continue
            is_open = given.kind == "chunk" and {f"fig:{name}", f"tab:{name}"} <= labels
            part = _PART.fullmatch(given.label)
            if not is_open and not (part and part[1] in labels):
                yield Float(given.label, kind, chapter.locate(given.span))


def written_labels(review: Review) -> Counter[str]:
    """How often each label is written anywhere: where it is given, in references, in links and in code."""
    texts = (chapter.source.text for chapter in review.chapters)
    return Counter(label for text in texts for label in _LABEL.findall(text))


def is_made(label: str, review: Review) -> bool:
    """Whether a label that is not given may be made by code, by HTML or in a caption as `(#label)`."""
    name = re.escape(label.rpartition(":")[2])
    whole = re.escape(label)
    in_code = re.compile(rf"(?<![\w-]){name}(?![\w-])")
    in_caption = re.compile(rf"(?<!\])\(#{whole}\)")
    in_html = re.compile(rf"\b(?:id|name)\s*=\s*[\"']?{whole}(?![\w:-])")
    return any(
        any(in_code.search(code.text) for code in chapter.scan.code if code.is_block)
        or any(in_html.search(raw.text) for raw in chapter.scan.raw_html)
        or in_caption.search(chapter.source.text)
        for chapter in review.chapters
    )
