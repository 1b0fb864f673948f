"""Rules about bibliography entries (BIB)."""
