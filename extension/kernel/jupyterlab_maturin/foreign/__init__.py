"""Files of others, and their text (a crate's, a course's, a compiler's) on its way to a terminal or into an output."""
