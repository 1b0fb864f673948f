"""What tables and figures share: an item's options and texts, its faults, and the Markdown they write."""
