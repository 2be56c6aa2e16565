"""References in one shape, needed in another."""
