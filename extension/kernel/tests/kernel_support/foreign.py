"""Inputs as somebody of ill will would write them, and what a person may be told about them."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st

from jupyterlab_maturin.foreign.visible import visible

#: Pieces that mean something to a terminal, a parser, a path or an object.
PIECES = [
    "\x1b[2J",
    "\x1b]0;x\x07",
    "\x1b[31m",
    "\x1b[8m",
    "\x1b[38;5;9m",
    "\u202e",
    "\u2028",
    "\x0b",
    "\x0c",
    "\x85",
    "\ufeff",
    "\x00",
    "\ud800",
    "👍",
    "\n",
    "\r",
    "\r\n",
    "\t",
    " ",
    '"',
    "'",
    "`",
    "\\",
    "../",
    "/",
    "~",
    "--",
    "- ",
    "* ",
    "1. ",
    "# ",
    "```\n",
    "<b onclick=x>",
    "&amp;",
    "{",
    "(",
    "[",
    "::",
    "9" * 5_000,
    "x" * 20_000,
]

#: Any text: of any characters, halves of pairs too, and often of such pieces.
foreign_text = st.text(st.characters()) | st.lists(
    st.sampled_from(PIECES) | st.text(max_size=5), max_size=8
).map("".join)

#: Any JSON.
foreign_json: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | foreign_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(foreign_text, inner, max_size=3),
    max_leaves=6,
)


@st.composite
def mutated(draw: st.DrawFn, text: str, inserted: st.SearchStrategy[str] = foreign_text) -> str:
    """Return ``text`` with up to three places cut out, doubled, or replaced by others."""
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        removed = draw(st.integers(0, 5) | st.integers(0, len(text)))
        text = text[:at] + draw(st.just("") | st.just(text[:200]) | inserted) + text[at + removed :]
    return text


@st.composite
def with_parts_replaced(draw: st.DrawFn, value: Any) -> Any:
    """Return ``value``, which is JSON, with up to three of its parts replaced by anything or left out."""
    for _ in range(draw(st.integers(1, 3))):
        value = _replaced(draw, value)
    return value


def _replaced(draw: st.DrawFn, value: Any) -> Any:
    if not isinstance(value, dict | list) or not value or draw(st.integers(0, 5)) == 0:
        return draw(foreign_json)
    places = list(value) if isinstance(value, dict) else list(range(len(value)))
    place = draw(st.sampled_from(places))
    changed = value.copy()
    if draw(st.integers(0, 3)) == 0:
        del changed[place]
    else:
        changed[place] = _replaced(draw, value[place])
    return changed


def assert_sentence(text: str) -> None:
    """Check that a person can be told this: visible, on one line, no stack, no longer than anybody reads."""
    assert text.strip()
    assert visible(text) == text, "it holds what a terminal would obey"
    assert "\n" not in text, "it has several lines"
    assert len(text) <= 4096, f"it has {len(text)} characters"
    assert not re.search(r"Traceback|object has no attribute|^\w+Error\(", text)
