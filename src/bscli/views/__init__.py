"""Frozen, display-ready data: what renderers put on a screen or into a file."""
