"""The escape sequences with which rustc colours its text: taken out, or turned into the colours of the theme."""

from __future__ import annotations

from html import escape

from jupyterlab_maturin.foreign.visible import bounded, colours_apart

_COLOURS = {
    1: "var(--jp-error-color1, #d32f2f)",
    2: "var(--jp-success-color1, #388e3c)",
    3: "var(--jp-warn-color1, #f57c00)",
    4: "var(--jp-brand-color1, #1976d2)",
    5: "var(--jp-accent-color1, #7b1fa2)",
    6: "var(--jp-info-color1, #0097a7)",
}


def plain(text: str) -> str:
    """Return ``text`` without its colours; what else a terminal would obey is shown as its code point."""
    return "".join(colours_apart(bounded(text))[::2])


def to_html(text: str) -> str:
    """Return the same as escaped HTML that keeps colours and bold letters."""
    parts: list[str] = []
    style = ""
    bold, colour = False, 0
    for index, piece in enumerate(colours_apart(bounded(text))):
        if index % 2:
            bold, colour = _apply(piece[2:-1], bold, colour)
            style = ("font-weight:600;" if bold else "") + (f"color:{_COLOURS[colour]};" if colour else "")
        elif piece:
            shown = escape(piece)
            parts.append(f'<span style="{style}">{shown}</span>' if style else shown)
    return "".join(parts)


def _apply(codes: str, bold: bool, colour: int) -> tuple[bool, int]:
    numbers = [int(code) for code in codes.replace(":", ";").split(";") if code] or [0]
    if numbers[:2] == [38, 5] and len(numbers) == 3:
        # One of 256 colours. rustc uses only the sixteen that have names.
        numbers = [30 + numbers[2] % 8] if numbers[2] < 16 else []
    for number in numbers:
        if number == 0:
            bold, colour = False, 0
        elif number == 1:
            bold = True
        elif number == 22:
            bold = False
        elif number == 39:
            colour = 0
        elif 30 <= number <= 37 or 90 <= number <= 97:
            colour = number % 10 if number % 10 in _COLOURS else 0
    return bold, colour
