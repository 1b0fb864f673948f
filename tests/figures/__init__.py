"""Figures from miniature evidence."""
