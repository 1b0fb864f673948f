"""What a comparison of two editions looks like."""
