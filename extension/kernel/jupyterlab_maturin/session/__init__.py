"""What a request tells the bridge about this session: its notebook, its Python and its environment."""
