"""What tables and figures share."""
