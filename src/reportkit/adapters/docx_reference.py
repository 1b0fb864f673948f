"""The styles of the document for word processors: those of pandoc, changed here and there.

Fonts are those that every office has; headings, captions and tables look like those of the page.
"""

import subprocess
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportkit.adapters.packages import repacked
from reportkit.adapters.tools import needed

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SERIF, _SANS, _INK, _SOFT, _ACCENT = "Cambria", "Calibri", "1B232C", "44515E", "0B4F6C"
_A4 = (
    b'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
    b'w:header="567" w:footer="567" w:gutter="0"/>'
)
_RULES = '<w:{side} w:val="single" w:sz="8" w:space="0" w:color="{colour}"/>'

# Font, size in half points, colour, and whether bold, of styles that pandoc has.
_LOOKS: Mapping[str, tuple[str, int, str, bool]] = {
    "Normal": (_SERIF, 21, _INK, False),
    "Title": (_SANS, 40, _INK, True),
    "Subtitle": (_SANS, 24, _SOFT, False),
    "Author": (_SANS, 20, _SOFT, False),
    "Heading1": (_SANS, 30, _INK, True),
    "Heading2": (_SANS, 25, _INK, True),
    "Heading3": (_SANS, 22, _INK, True),
    "Heading4": (_SANS, 21, _SOFT, True),
    "Compact": (_SERIF, 19, _INK, False),
    "Caption": (_SANS, 19, _INK, False),
    "FootnoteText": (_SERIF, 18, _INK, False),
    "Hyperlink": ("", 0, _ACCENT, False),
}
# Styles of our own, each based on one of these.
_OWN: Mapping[str, tuple[str, str, int, str]] = {
    "Statement": ("BodyText", _SANS, 19, _SOFT),
    "Table Notes": ("BodyText", _SANS, 17, _SOFT),
    "Table Text": ("Compact", _SANS, 16, _INK),
    "Evidence Numbers": ("BodyText", _SANS, 20, _INK),
    "Evidence Row": ("BodyText", _SANS, 17, _SOFT),
}


def reference_docx() -> bytes:
    """A document whose styles pandoc takes over; the same bytes every time."""
    return repacked(_default(), {"word/styles.xml": _styled, "word/document.xml": _on_a4})


def _default() -> bytes:
    with needed("pandoc"):
        import pypandoc  # noqa: PLC0415  # only documents need it, the check does not

    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 - the pinned pandoc


def _styled(content: bytes) -> bytes:
    from lxml import etree  # noqa: PLC0415 - heavy

    root = etree.fromstring(content)
    styles = {style.get(f"{{{_W}}}styleId"): style for style in root.iter(f"{{{_W}}}style")}
    for name, (font, size, colour, bold) in _LOOKS.items():
        _replace(styles[name], _run(font, size, colour, bold=bold))
    for name, (base, font, size, colour) in _OWN.items():
        root.append(etree.fromstring(_own(name, base, _run(font, size, colour, bold=False))))
    _rule(styles["Table"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _replace(style: "_Element", run: str) -> None:
    from lxml import etree  # noqa: PLC0415 - heavy

    for old in style.findall(f"{{{_W}}}rPr"):
        style.remove(old)
    style.append(etree.fromstring(run))


def _rule(table: "_Element") -> None:
    """Rules above and below each table, in the order that the schema asks for."""
    from lxml import etree  # noqa: PLC0415 - heavy

    rules = "".join(_RULES.format(side=side, colour=_INK) for side in ("top", "bottom"))
    borders = etree.fromstring(f'<w:tblBorders xmlns:w="{_W}">{rules}</w:tblBorders>')
    indent = table.find(f"{{{_W}}}tblPr/{{{_W}}}tblInd")
    assert indent is not None  # noqa: S101 - the pinned pandoc has it
    indent.addnext(borders)


def _run(font: str, size: int, colour: str, *, bold: bool) -> str:
    parts = [
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else "",
        "<w:b/>" if bold else "",
        f'<w:color w:val="{colour}"/>',
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "",
    ]
    return f'<w:rPr xmlns:w="{_W}">{"".join(parts)}</w:rPr>'


def _on_a4(content: bytes) -> bytes:
    return content.replace(b"</w:sectPr>", _A4 + b"</w:sectPr>")


def _own(name: str, base: str, run: str) -> str:
    return (
        f'<w:style xmlns:w="{_W}" w:type="paragraph" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{base}"/><w:qFormat/>{run}</w:style>'
    )
