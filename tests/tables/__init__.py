"""Tables from miniature evidence."""
