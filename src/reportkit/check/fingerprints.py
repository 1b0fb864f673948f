"""What makes a finding the same finding after lines have come and gone around it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256

from reportkit.model.diagnostic import Diagnostic
from reportkit.model.location import SourceText

_LENGTH = 32


def with_fingerprints(
    diagnostics: Iterable[Diagnostic], sources: Iterable[SourceText]
) -> Iterator[Diagnostic]:
    """The same findings, each with a digest of its code, its subject and the line it stands in.

    Equal ones are counted in the order given, so that each has a fingerprint of its own.
    """
    texts = {source.filename: source for source in sources}
    met: Counter[str] = Counter()
    for diagnostic in diagnostics:
        identity = f"{diagnostic.code}\0{diagnostic.subject or ''}\0{_context(diagnostic, texts)}"
        met[identity] += 1
        digest = sha256(f"{identity}\0{met[identity]}".encode("utf-8", "surrogatepass"))
        yield replace(diagnostic, fingerprint=digest.hexdigest()[:_LENGTH])


def _context(diagnostic: Diagnostic, texts: Mapping[str, SourceText]) -> str:
    """The line without its spacing; where there is none, the file stands for it."""
    location = diagnostic.location
    source = texts.get(location.filename)
    line = " ".join(source.line(location.start.row).split()) if source else ""
    return line or location.filename
