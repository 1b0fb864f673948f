"""Rules about identifiers of works, persons and trials (IDN)."""
