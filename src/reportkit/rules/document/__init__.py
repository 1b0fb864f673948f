"""Rules about the document (DOC)."""
