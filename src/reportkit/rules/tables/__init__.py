"""Rules about tables (TAB)."""
