"""What the PDF says of itself to libraries and archives, in XMP."""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape

_END = b"</rdf:RDF>"

# PDF/A wants to be told what the properties mean that it does not know: that of PDF/UA is one.
_UA = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def extend_metadata(pdf: Any, said: Any) -> None:
    """Add to the XMP of WeasyPrint what it leaves out; it stays readable without unpacking.

    `said` is WeasyPrint's record of the page's own metadata.
    """
    stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    content = b"\n".join(stream.stream)
    stream.stream = [content.replace(_END, ("".join(_statements(said))).encode() + _END)]
    stream.compress = False


def _statements(said: Any) -> Iterator[str]:
    yield _UA
    own: Mapping[str, str] = said.custom
    if said.lang:
        yield _dublin_core("language", "Bag", said.lang)
    if said.keywords:
        yield _dublin_core("subject", "Bag", *said.keywords)
    if rights := own.get("dcterms.rights"):
        yield _dublin_core("rights", "Alt", rights)
    if version := own.get("version"):
        yield (
            '<rdf:Description rdf:about="" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">'
            f"<xmpMM:VersionID>{escape(version)}</xmpMM:VersionID></rdf:Description>\n"
        )


def _dublin_core(name: str, kind: str, *values: str) -> str:
    item = '<rdf:li xml:lang="x-default">' if kind == "Alt" else "<rdf:li>"
    items = "".join(f"{item}{escape(value)}</rdf:li>" for value in values)
    return (
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:{name}><rdf:{kind}>{items}</rdf:{kind}></dc:{name}></rdf:Description>\n"
    )
