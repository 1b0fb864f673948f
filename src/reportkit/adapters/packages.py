"""Documents that are archives of parts: parts changed, everything else as it is."""

from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_BEGINNING = b">1970-01-01T00:00:00Z<"


def repacked(document: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """The archive with some parts changed, in the same order and without the times of its files."""
    out = BytesIO()
    with ZipFile(BytesIO(document)) as old, ZipFile(out, "w") as new:
        for entry in old.infolist():
            content = changes.get(entry.filename, bytes)(old.read(entry))
            stored = entry.compress_type == ZIP_STORED
            new.writestr(ZipInfo(entry.filename), content, ZIP_STORED if stored else ZIP_DEFLATED)
    return out.getvalue()


def dated(content: bytes, day: str) -> bytes:
    """A part that says when the document was made: a writer without a clock says the beginning of time."""
    return content.replace(_BEGINNING, f">{day}T00:00:00Z<".encode()) if day else content
