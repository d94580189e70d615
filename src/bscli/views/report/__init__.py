"""The review report as display-ready data: one module for each section of the page."""
