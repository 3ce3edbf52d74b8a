"""Text of others in Markdown: shown as it is written, whatever is in it."""

from __future__ import annotations

import re
from html import escape

from jupyterlab_maturin.foreign.visible import visible, visible_line


def code(text: str) -> str:
    """Return ``text`` as code in a line."""
    marks = "`" * (1 + _longest_run(text))
    # Markdown takes these spaces away. They keep a backquote of the text from the marks.
    space = " " if "`" in text else ""
    return f"{marks}{space}{visible_line(text)}{space}{marks}"


def code_block(text: str, language: str = "") -> str:
    """Return ``text`` as a block of code; ``language`` is one of Markdown's names, or empty."""
    fence = "`" * max(3, 1 + _longest_run(text))
    return f"{fence}{language}\n{visible(text)}\n{fence}"


def aside(text: str) -> str:
    """Return a sentence in italics, in which nothing else is HTML."""
    return f"*{escape(visible_line(text), quote=False)}*"


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)
