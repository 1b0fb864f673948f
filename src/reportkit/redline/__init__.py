"""What changed between two editions of a review: words, cells, references and the evidence behind them."""
