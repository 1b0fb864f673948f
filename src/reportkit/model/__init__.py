"""The nouns of a review: frozen values that every other layer reads."""
