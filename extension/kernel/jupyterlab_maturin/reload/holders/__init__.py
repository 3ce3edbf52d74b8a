"""Find what still holds something of an earlier generation, and name it as a person would write it."""
