"""Rules about citations in the text (CIT)."""
