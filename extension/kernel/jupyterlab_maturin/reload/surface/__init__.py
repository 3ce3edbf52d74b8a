"""What a generation offers to the people who import it, and how that differs from one generation to the next."""
