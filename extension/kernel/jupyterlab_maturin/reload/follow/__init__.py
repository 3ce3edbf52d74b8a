"""Make the user's names follow a new generation."""
