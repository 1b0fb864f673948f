"""The structure tree of a page, made from its elements and from what was drawn for each of them."""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from reportkit.adapters.pdf_structure.descriptions import alternative, language
from reportkit.adapters.pdf_structure.drawn import Drawn
from reportkit.adapters.pdf_structure.parts import Part
from reportkit.adapters.pdf_structure.roles import role, scope
from reportkit.adapters.pdf_structure.settling import close_heading_gaps, settle


def build_tree(root: Element, drawn: Iterable[Drawn]) -> Part:
    """The document as a part; elements for which nothing was drawn are not in it."""
    builder = _Builder(root)
    for item in drawn:
        builder.add(item)
    document = settle(builder.document)
    close_heading_gaps(document)
    return document


class _Builder:
    """Finds or makes the part of each element, inside the part of the element around it."""

    def __init__(self, root: Element) -> None:
        self.document = Part("Document", root)
        self.parts: dict[Element, Part] = {root: self.document}
        self.labels: dict[Element, Part] = {}
        self.around: Mapping[Element, Element] = {child: parent for parent in root.iter() for child in parent}

    def add(self, item: Drawn) -> None:
        part = self._part(item.element)
        if item.area:
            part.area = item.area
        if item.content is None:
            return
        if item.pseudo in {"marker", "footnote-marker"}:
            part = self._label(part)
        part.kids.append(item.content)

    def _part(self, element: Element) -> Part:
        if element not in self.parts:
            holder = self._part(self.around[element])
            part = Part(self._role(element), element)
            part.alt, part.language = alternative(element), language(element)
            part.scope = self._scope(part)
            part.expansion = element.get("title", "") if element.tag == "abbr" else ""
            self.parts[element] = part
            holder.kids.insert(self._position(holder, element, part), part)
        return self.parts[element]

    def _role(self, element: Element) -> str:
        if element.tag == "img" and "formula" in self.around[element].get("class", "").split():
            return "Formula"
        return role(element, self._role_around(element))

    def _role_around(self, element: Element) -> str:
        """The role of the closest part around an element that has one."""
        while (element := self.around[element]) in self.around:
            if found := self.parts[element].role:
                return found
        return self.document.role

    def _scope(self, part: Part) -> str:
        if part.role != "TH":
            return ""
        row = self.around[part.source]
        return scope(part.source, in_head=self.around[row].tag == "thead")

    def _position(self, holder: Part, element: Element, part: Part) -> int:
        """Last, but for a note: it is drawn at the foot of the page and read behind its call."""
        if part.role == "Note":
            siblings = list(self.around[element])
            before = siblings[: siblings.index(element)][-1:]
            if before and (call := self.parts.get(before[0])) in holder.kids:
                return holder.kids.index(call) + 1
        return len(holder.kids)

    def _label(self, part: Part) -> Part:
        if part.source not in self.labels:
            self.labels[part.source] = Part("Lbl", part.source)
            part.kids.insert(0, self.labels[part.source])
        return self.labels[part.source]
