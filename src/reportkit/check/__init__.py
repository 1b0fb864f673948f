"""Rules run over a review."""
