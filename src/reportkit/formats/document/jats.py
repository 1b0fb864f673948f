"""The document for archives: JATS 1.2, the tag set for archiving and interchange."""

from collections.abc import Mapping

from reportkit.assemble.tree import Nodes, attributes
from reportkit.formats.document.export import Draw, Export, svg_address, with_pictures, without_back_links
from reportkit.model.settings import Author


def _arrange(blocks: Nodes, _: Draw) -> Nodes:
    """Drawings inside, as the XML that they are; letters that link back say nothing in an archive."""
    return with_pictures(without_back_links(blocks), svg_address)


def _author(author: Author) -> Mapping[str, str]:
    return {"name": author.name, "orcid": author.orcid}


def _references_last(blocks: Nodes) -> Nodes:
    """The order that archives want."""
    heads = [i for i, block in enumerate(blocks) if block["t"] == "Header" and block["c"][0] == 1]
    start = next((i for i in heads if attributes(blocks[i])[0] == "references"), len(blocks))
    end = next((i for i in heads if i > start), len(blocks))
    return [*blocks[:start], *blocks[end:], *blocks[start:end]]


EXPORT = Export("jats_archiving", _arrange, ("--standalone",), _author, _references_last)
