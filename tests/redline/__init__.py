"""Comparing two editions of a review."""
