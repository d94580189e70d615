"""A map view gets positions: by Graphviz, or by a lane layout of our own."""
