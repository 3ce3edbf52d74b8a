"""From the cell that asks for a build to the output that shows it."""
