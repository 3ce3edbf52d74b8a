"""``%%predict``: a question about the cell below, what was chosen, and whether it was right."""
