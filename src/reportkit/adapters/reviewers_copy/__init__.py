"""The copy for reviewers: line numbers, names of paragraphs, bars beside changes, a word across the page.

All of it is drawn as outlines when the pages are laid out: a screen reader does not say it, copied text does
not have it, and no line of the text moves for it.
"""
