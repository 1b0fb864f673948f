"""Chapters joined into one document tree."""
