"""How results appear in a notebook: charts, tables and durations."""
