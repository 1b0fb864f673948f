"""Files inside the PDF: what the page offers for download, and the sources that it was made from."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any
from xml.etree.ElementTree import Element

_MEDIA_TYPES = {
    ".bib": "application/x-bibtex",
    ".csv": "text/csv",
    ".json": "application/json",
    ".md": "text/markdown",
    ".yaml": "application/yaml",
}
_NO_DAY = "1970-01-01"


@dataclass(frozen=True, slots=True)
class Attached:
    """A file to be put into a PDF; `address` is a data URI."""

    name: str
    description: str
    relationship: str
    address: str


def attached_to(root: Element, sources: Mapping[str, bytes]) -> tuple[Attached, ...]:
    """The downloads of a page, and the sources, by path, that are not among them; sorted by name."""
    files = [_source(path, content) for path, content in sources.items()]
    by_name = {file.name: file for file in (*files, *_downloads(root))}
    return tuple(by_name[name] for name in sorted(by_name))


def _downloads(root: Element) -> Iterator[Attached]:
    for link in root.iter("a"):
        name, address = link.get("download"), link.get("href", "")
        if name and address.startswith("data:"):
            relationship = "Data" if name.endswith(".csv") else "Source"
            yield Attached(name, " ".join("".join(link.itertext()).split()), relationship, address)


def _source(path: str, content: bytes) -> Attached:
    place = PurePath(path)
    kind = _MEDIA_TYPES.get(place.suffix, "application/octet-stream")
    address = f"data:{kind};base64,{b64encode(content).decode()}"
    return Attached(place.name, f"Source of this document: {place.as_posix()}", "Source", address)


def attachment(file: Attached, document: Any) -> Any:
    """The file for WeasyPrint, dated like the document: when it was written says nothing of the review."""
    from weasyprint import Attachment  # noqa: PLC0415 - heavy

    day = datetime.fromisoformat(document.metadata.modified or _NO_DAY).replace(tzinfo=UTC)
    return Attachment(
        url=file.address,
        url_fetcher=document.url_fetcher,
        name=file.name,
        description=file.description,
        relationship=file.relationship,
        created=day,
        modified=day,
    )


def drop_unknown_dates(document: Any, pdf: Any) -> None:
    """Take the stand-in for a day away where the document does not say of which day it is."""
    if document.metadata.modified:
        return
    for item in pdf.objects:
        if "Params" in (extra := getattr(item, "extra", {})):
            del extra["Params"]["CreationDate"], extra["Params"]["ModDate"]
