"""What bsc can find: one module a rule in ``catalogue``, run by ``engine``."""
