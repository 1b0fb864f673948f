"""The logical structure of a printed page: what each stretch of ink is, in reading order.

WeasyPrint tags the boxes of each printed page by themselves. Here the tags come from the page's own elements,
so that a table or a paragraph that runs over pages is one table, one paragraph.
"""
