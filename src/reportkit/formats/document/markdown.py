"""The document as plain Markdown: what it says and nothing about how it looks."""

from reportkit.assemble.tree import Node, Nodes, para, rewrite, words
from reportkit.formats.document.export import Draw, Export, description, without_back_links

# Grid tables and footnotes, as pandoc and others read them; everything else is what Markdown began with.
_WITHOUT = (
    *("smart", "raw_html", "raw_attribute", "raw_tex", "native_divs", "native_spans", "fenced_divs"),
    *("bracketed_spans", "header_attributes", "link_attributes", "citations", "implicit_figures"),
)


def _arrange(blocks: Nodes, _: Draw) -> Nodes:
    """Only text and structure: no names, links within the document or drawings."""

    def change(node: Node) -> Node | Nodes:
        match node["t"]:
            case "Span" | "Div" | "Cite":
                inside: Nodes = node["c"][1]
                return inside
            case "Link" if node["c"][2][0].startswith("#"):
                text: Nodes = node["c"][1]
                return text
            case "Header":
                return {"t": "Header", "c": [node["c"][0], ["", [], []], node["c"][2]]}
            case "RawBlock":
                return para(words(description(node["c"][1])))
            case "Figure":
                return [*node["c"][2], *(para(block["c"]) for block in node["c"][1][1])]
        return node

    arranged: Nodes = rewrite(without_back_links(blocks), change)
    return arranged


EXPORT = Export(f"markdown-{'-'.join(_WITHOUT)}", _arrange, ("--standalone", "--wrap=none"))
