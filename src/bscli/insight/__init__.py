"""Questions to an analysis, one module each."""
