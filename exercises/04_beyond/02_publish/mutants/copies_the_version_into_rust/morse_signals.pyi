"""Write and read Morse code."""

__version__: str

def encode(text: str, *, gap: str = " ") -> str:
    """Write letters and digits in Morse code, with `gap` between them."""

def decode(signals: str) -> str:
    """Read Morse code that has a space between its letters."""
