"""Charts as SVG: a chart's view in, text out; every colour has a class that a page can restyle."""
