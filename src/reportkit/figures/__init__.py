"""One file per kind of figure: evidence rows in, SVG and its data out."""
