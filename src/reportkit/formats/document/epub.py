"""The document for reading devices: EPUB 3, a file for each chapter."""

from reportkit.assemble.tree import Nodes
from reportkit.formats.document.export import Draw, Export


def _arrange(blocks: Nodes, _: Draw) -> Nodes:
    """Drawings stay as they are: their text can be read and searched."""
    return blocks


EXPORT = Export("epub3", _arrange, ("--split-level=1", "--toc-depth=2", "--mathml"))
