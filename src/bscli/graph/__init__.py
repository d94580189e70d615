"""The strategy map as a graph, and every question about cause and effect."""
