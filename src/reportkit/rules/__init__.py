"""One file per rule: what it flags, why, and one passage it flags and one it passes."""
