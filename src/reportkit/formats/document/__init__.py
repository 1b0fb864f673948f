"""Documents: the review as HTML and PDF, its tables as CSV."""
