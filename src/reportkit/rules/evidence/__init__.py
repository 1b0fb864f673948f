"""Rules about evidence (EVI)."""
