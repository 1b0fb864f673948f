"""The key messages, which stand before the contents."""

from reportkit.assemble.tree import Nodes, attributes, walk

_FRONT = "key-messages"


def split_front(blocks: Nodes) -> tuple[Nodes, Nodes]:
    """The key messages, which stand before the contents, and everything else.

    Key messages with notes stay in the text, where their notes are numbered with the others.
    """
    heads = [index for index, block in enumerate(blocks) if block["t"] == "Header" and block["c"][0] == 1]
    if not heads or _FRONT not in attributes(blocks[heads[0]])[1]:
        return [], blocks
    end = heads[1] if len(heads) > 1 else len(blocks)
    front = blocks[:end]
    return ([], blocks) if any(node["t"] == "Note" for node in walk(front)) else (front, blocks[end:])
