"""Rules about numbers (NUM)."""
