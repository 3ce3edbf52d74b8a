"""Text of others (a crate's, a course's, a compiler's) on its way to a terminal or into an output."""
