"""Every rule that bsc knows, one module each, named after the rule."""
