"""Arithmetic and notation of printed numbers."""
