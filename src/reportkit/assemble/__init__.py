"""Chapters, items, ties and references joined into one document tree."""
