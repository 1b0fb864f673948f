"""The use cases: check, fix, build; values in, values out."""
