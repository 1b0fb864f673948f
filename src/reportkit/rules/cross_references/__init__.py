"""Rules about cross-references (XRF)."""
