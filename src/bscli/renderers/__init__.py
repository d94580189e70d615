"""A view in, text out: renderers print nothing and decide nothing."""
