"""Findings as text for people, and for the programs that show them to people."""
