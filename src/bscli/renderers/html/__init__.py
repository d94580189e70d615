"""The review report as one HTML file that needs nothing but itself."""
