"""Rules about the check itself (RKT)."""
