"""Compares scanner and pandoc on many composed documents, and shrinks what differs.

    python -m tests.scanner.campaign SEED COUNT [FLAVOR]

The tests compare some hundred documents; run this after a change to the scanner or a new pandoc.
"""

import sys
from random import Random

from tests.scanner.documents import lines, nested, noise, paragraph
from tests.scanner.pandoc_oracle import cited_groups, scanned_groups
from tests.scanner.structured_documents import structure

_AT_ONCE = 400


def differs(text: str, flavor: str) -> bool:
    """Whether scanner and pandoc disagree on a document that pandoc does not refuse."""
    expected = cited_groups([text], flavor)[0]
    return expected is not None and expected != scanned_groups(text, flavor)


def shrunk(text: str, flavor: str) -> str:
    """A small document that still differs."""
    size = len(text)
    while size:
        for start in range(0, len(text), size):
            shorter = text[:start] + text[start + size :]
            if differs(shorter, flavor):
                return shrunk(shorter, flavor)
        size //= 2
    return text


def main(seed: str, count: str, flavor: str = "pandoc") -> int:
    """Prints each difference; the exit code says whether there was one."""
    random = Random(int(seed))  # noqa: S311 - composes, keeps no secret
    compared = citations = 0
    different: set[str] = set()
    for compose in (lines, paragraph, noise, nested, structure):
        for _ in range(0, int(count), _AT_ONCE):
            documents = [compose(random) for _ in range(_AT_ONCE)]
            for text, groups in zip(documents, cited_groups(documents, flavor), strict=True):
                if groups is None:
                    continue
                compared += 1
                citations += sum(len(group) * number for group, number in groups.items())
                if scanned_groups(text, flavor) != groups:
                    different.add(shrunk(text, flavor))
    print(f"{compared} documents, {citations} citations compared, {len(different)} differ")  # noqa: T201 - the figures are the result
    for text in sorted(different):
        print(repr(text))  # noqa: T201 - as above
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
