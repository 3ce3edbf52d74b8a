"""Show the source of an exercise, or of some items in it."""
