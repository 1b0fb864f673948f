"""One file per kind of table: evidence rows in, a table value out."""
