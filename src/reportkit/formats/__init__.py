"""What leaves the program: findings as text or JSON, documents as HTML, PDF and CSV."""
