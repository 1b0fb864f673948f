"""Images of chapters, put inside the document so that it needs no other file."""

import base64
from pathlib import Path

from reportkit.adapters.files import read_bytes
from reportkit.adapters.images import find_image
from reportkit.adapters.pictures import fault_of_picture
from reportkit.assemble.tree import Node, Nodes, missing, rewrite
from reportkit.errors import BuildError

TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


def embed_images(root: Path, chapter: str, blocks: Nodes) -> Nodes:
    """Replace the target of each image by its content; one that cannot be shown leaves a mark."""

    def embed(node: Node) -> Node:
        if node["t"] != "Image":
            return node
        target = node["c"][2][0]
        path = find_image(root, chapter, target)
        if path is None:
            return missing(f"no such image: {target}")
        kind, content = _kind(path, target), read_bytes(path)
        if fault := fault_of_picture(content, kind):
            return missing(f"{target} {fault}")
        node["c"][2][0] = f"data:{kind};base64,{base64.b64encode(content).decode()}"
        return node

    embedded: Nodes = rewrite(blocks, embed)
    return embedded


def without_images(inlines: Nodes) -> Nodes:
    """A short text, such as a caption, with a mark in place of each image."""
    marked: Nodes = rewrite(
        inlines, lambda node: missing("images are for chapters") if node["t"] == "Image" else node
    )
    return marked


def _kind(path: Path, target: str) -> str:
    kind = TYPES.get(path.suffix.lower())
    if kind is None:
        raise BuildError(
            f"{target}: images of this kind cannot be printed", f"Use one of {', '.join(TYPES)}."
        )
    return kind
