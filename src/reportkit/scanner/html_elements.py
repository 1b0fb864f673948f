"""Elements that pandoc takes for blocks when it reads Markdown."""

_HTML = """
    address article aside blockquote body canvas caption center col colgroup dd details dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html isindex li main menu
    meta nav noframes ol output p pre script section style summary table tbody td textarea tfoot th thead tr
    ul
"""
_DOCBOOK = """
    bibliolist calloutlist caution classsynopsis cmdsynopsis epigraph equation example formalpara funcsynopsis
    glosslist important informalequation informalexample informalfigure informaltable itemizedlist
    literallayout mediaobject msgset note orderedlist para procedure programlisting programlistingco qandaset
    screen screenco screenshot segmentedlist sidebar simpara simplelist synopsis task tip title variablelist
    warning
"""
_EPUB = "case default switch"
_EITHER = "applet area audio button del embed iframe ins map noscript object progress source svg track video"

BLOCK_ELEMENTS = frozenset(f"{_HTML} {_DOCBOOK} {_EPUB}".split())
BLOCK_OR_INLINE_ELEMENTS = frozenset(f"{_EITHER} script".split())
VERBATIM_ELEMENTS = frozenset({"pre", "script", "style", "textarea"})
