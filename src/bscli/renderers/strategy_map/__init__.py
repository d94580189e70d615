"""The strategy map as a picture: one drawing for every layout."""
