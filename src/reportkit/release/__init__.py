"""What stands between a review that passes its check and its release: one module for each matter."""
