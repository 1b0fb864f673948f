"""The tests of reportkit."""
