"""Arithmetic and notation of printed numbers, and how near one word is to another."""
