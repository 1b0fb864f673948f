"""Files, third-party readers and typesetters behind small functions."""
