"""What can be referred to, by which kind of label, and whether a text mentions it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

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
_WORD_OF_CODE = re.compile(r"[\w-]+(?:[.:][\w-]+)*")
_NAMED = re.compile(r"\b(?:id|name)\s*=\s*[\"']?([^\s\"'<>]+)")
_IN_CAPTION = re.compile(r"(?<!\])\(#([\w:/.-]+)\)")
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


class MadeLabels:
    """The labels that are not given but may be made: by code, by HTML or in a caption as `(#label)`."""

    def __init__(self, review: Review) -> None:
        self._chapters = review.chapters

    def __contains__(self, label: str) -> bool:
        name = label.rpartition(":")[2]
        return name in self._words_of_code or label in self._written

    @cached_property
    def _words_of_code(self) -> frozenset[str]:
        blocks = (code.text for chapter in self._chapters for code in chapter.scan.code if code.is_block)
        return frozenset(word for text in blocks for word in _WORD_OF_CODE.findall(text))

    @cached_property
    def _written(self) -> frozenset[str]:
        html = (raw.text for chapter in self._chapters for raw in chapter.scan.raw_html)
        named = (name for text in html for name in _NAMED.findall(text))
        texts = (chapter.source.text for chapter in self._chapters)
        return frozenset([*named, *(label for text in texts for label in _IN_CAPTION.findall(text))])
