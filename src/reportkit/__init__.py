"""Reviews that can be trusted: citations, numbers and tables checked against their evidence."""
