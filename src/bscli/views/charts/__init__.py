"""What charts show, ready to be drawn: places as fractions from 0 to 1, and everything in words."""
