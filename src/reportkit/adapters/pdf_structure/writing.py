"""Write a structure tree into a PDF that WeasyPrint has drawn."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reportkit.adapters.pdf_structure.descriptions import link_text
from reportkit.adapters.pdf_structure.drawn import Furniture, PaintedPage
from reportkit.adapters.pdf_structure.parts import Annotation, Mark, Part
from reportkit.adapters.pdf_structure.roles import span


def write_structure(pdf: Any, document: Part) -> None:
    """Put the tree in the place of the one that the PDF has; it is made for pages that show no content."""
    _Writer(pdf).write(document)


def set_apart(pdf: Any, pages: Sequence[PaintedPage], furniture: Iterable[Furniture]) -> None:
    """Mark running heads, feet and repeated heads as belonging to the page; their links are plain text."""
    places: dict[int, dict[int, str]] = defaultdict(dict)
    for piece in furniture:
        if isinstance(piece.content, Mark):
            places[piece.content.page][piece.content.number] = piece.place
        else:
            page = pdf.objects[int(pdf.page_references[piece.content.page].split()[0])]
            page["Annots"].remove(piece.content.entry.reference)
    for page, numbers in places.items():
        _set_apart(pages[page].stream.stream, numbers)


def _set_apart(items: list[Any], places: Mapping[int, str]) -> None:
    """Change the beginnings of marked content, each a tag and a dictionary in the list of operators."""
    for index, item in enumerate(items):
        if isinstance(item, dict) and (place := places.get(item.get("MCID", -1))):
            items[index - 1] = "/Artifact"
            item.clear()
            is_layout = place == "Decoration"
            item.update({"Type": "/Layout"} if is_layout else {"Type": "/Pagination", "Subtype": f"/{place}"})


class _Writer:
    def __init__(self, pdf: Any) -> None:
        import pydyf  # noqa: PLC0415 - heavy

        self.pdf, self.pydyf = pdf, pydyf
        self.pages: Sequence[bytes] = pdf.page_references
        self.owners: dict[int, dict[int, bytes]] = defaultdict(dict)
        self.annotations: list[bytes] = []
        self.names: list[tuple[str, bytes]] = []

    def write(self, document: Part) -> None:
        root = self._object(self.pdf.catalog["StructTreeRoot"])
        top = self._add(document, root.reference)
        root["K"] = self.pydyf.Array([top])
        self._object(root["ParentTree"])["Nums"] = self._owners_by_place()
        root["ParentTreeNextKey"] = len(self.pages) + len(self.annotations)
        if self.names:
            pairs = [part for name, reference in sorted(self.names) for part in (f"({name})", reference)]
            root["IDTree"] = self.pydyf.Dictionary({"Names": self.pydyf.Array(pairs)})

    def _object(self, reference: bytes) -> Any:
        return self.pdf.objects[int(reference.split()[0])]

    def _add(self, part: Part, parent: bytes) -> bytes:
        element = self.pydyf.Dictionary({"Type": "/StructElem", "S": f"/{part.role}", "P": parent})
        self.pdf.add_object(element)
        reference: bytes = element.reference
        page = next((kid.page for kid in part.kids if isinstance(kid, Mark)), None)
        if page is not None:
            element["Pg"] = self.pages[page]
        element["K"] = self.pydyf.Array([self._kid(kid, part, page, reference) for kid in part.kids])
        self._describe(element, part)
        return reference

    def _kid(self, kid: Part | Mark | Annotation, part: Part, page: int | None, reference: bytes) -> Any:
        if isinstance(kid, Part):
            return self._add(kid, reference)
        if isinstance(kid, Mark):
            self.owners[kid.page][kid.number] = reference
            return kid.number if kid.page == page else self._content("MCR", kid.page, MCID=kid.number)
        kid.entry["StructParent"] = len(self.pages) + len(self.annotations)
        kid.entry["Contents"] = self.pydyf.String(link_text(part.source))
        self.annotations.append(reference)
        return self._content("OBJR", kid.page, Obj=kid.entry.reference)

    def _content(self, kind: str, page: int, **what: Any) -> Any:
        return self.pydyf.Dictionary({"Type": f"/{kind}", "Pg": self.pages[page], **what})

    def _owners_by_place(self) -> Any:
        """Which part each mark of each page belongs to, then each link."""
        entries: list[Any] = []
        for page in range(len(self.pages)):
            marks = self.owners.get(page, {})
            references = [marks.get(number, b"null") for number in range(max(marks, default=-1) + 1)]
            entries += [page, self.pydyf.Array(references)]
        for number, reference in enumerate(self.annotations, len(self.pages)):
            entries += [number, reference]
        return self.pydyf.Array(entries)

    def _describe(self, element: Any, part: Part) -> None:
        for key, text in (("Alt", part.alt), ("Lang", part.language), ("E", part.expansion)):
            if text:
                element[key] = self.pydyf.String(text)
        if part.role == "Note":
            name = f"note-{len(self.names) + 1:05}"
            element["ID"] = self.pydyf.String(name)
            self.names.append((name, element.reference))
        if attributes := self._attributes(part):
            element["A"] = self.pydyf.Dictionary(attributes)

    def _attributes(self, part: Part) -> Mapping[str, Any]:
        if part.role in {"TH", "TD"}:
            return _of_cell(part)
        if part.role in {"Figure", "Formula"} and part.area:
            return {"O": "/Layout", "BBox": self.pydyf.Array(part.area[1:])}
        if part.role == "L" and part.source.tag == "ol":
            return {"O": "/List", "ListNumbering": "/Decimal"}
        return {}


def _of_cell(cell: Part) -> Mapping[str, Any]:
    spans = {"ColSpan": span(cell.source, "colspan"), "RowSpan": span(cell.source, "rowspan")}
    found: dict[str, Any] = {key: count for key, count in spans.items() if count > 1}
    if cell.scope:
        found["Scope"] = f"/{cell.scope}"
    return {"O": "/Table", **found} if found else {}
