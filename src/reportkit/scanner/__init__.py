"""Markdown read for positions: what stands where in a chapter."""
