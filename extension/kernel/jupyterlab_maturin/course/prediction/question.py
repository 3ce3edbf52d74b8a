"""The question of a ``%%predict`` cell, and its choices."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jupyterlab_maturin.extras import require
from jupyterlab_maturin.usage import usage_error

#: How many choices there may be.
FEWEST, MOST = 2, 4


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its choices, as Markdown."""

    text: str
    choices: list[str]


def read_question(cell: str) -> Question:
    """Return what the body of a cell asks.

    Raises:
        UsageError: there is no question, or there are too few or too many choices after it.
        MissingExtraError: the library that reads Markdown is not installed.
    """
    markdown = require("markdown_it", "course", "Asking for a prediction")
    tokens = markdown.MarkdownIt("commonmark").parse(cell)
    # As the reader of Markdown counts them.
    lines = re.split("\r\n|\r|\n", cell)
    blocks = [token for token in tokens if token.level == 0 and token.nesting >= 0]
    if not blocks or blocks[-1].type != "bullet_list_open":
        raise usage_error(
            "%%predict: the cell has to end with the choices, as a Markdown list: a line such as `- nothing at all` for each."
        )
    first, last = blocks[-1].map
    text = "\n".join(lines[:first]).strip()
    if not text:
        raise usage_error("%%predict: a question is missing: write it above the list of choices.")
    items = [
        token.map
        for token in tokens
        if token.type == "list_item_open" and token.level == 1 and token.map[0] >= first
    ]
    choices = [_without_marker(lines[start : min(end, last)]) for start, end in items]
    if not FEWEST <= len(choices) <= MOST:
        found = "there is 1" if len(choices) == 1 else f"there are {len(choices)}"
        raise usage_error(f"%%predict: two to four choices are needed below the question, and {found}.")
    if not all(choices):
        raise usage_error("%%predict: a choice is empty: write something after each `-`.")
    return Question(text, choices)


def _without_marker(lines: list[str]) -> str:
    """Return the Markdown of a list's item: what follows its ``-``, and the lines below without their indentation."""
    first = lines[0].lstrip()[1:]
    indent = len(lines[0]) - len(first.lstrip())
    others = [line[indent:] if not line[:indent].strip() else line.lstrip() for line in lines[1:]]
    return "\n".join([first, *others]).strip()
