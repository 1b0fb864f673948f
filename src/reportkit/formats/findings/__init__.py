"""Findings in the forms people and programs read."""
