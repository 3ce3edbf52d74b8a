"""The lines of a file that are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jupyterlab_maturin.lesson.code.items import Item


@dataclass(frozen=True)
class Part:
    """Some lines of a file that follow one another.

    Attributes:
        line: the number of the first of them, counting from 1.
        code: the lines, as far to the left as they go.
    """

    line: int
    code: str


def whole(text: str) -> list[Part]:
    """Return all of a file as one part."""
    return [Part(1, text.rstrip())]


def parts_of(text: str, items: Sequence[Item]) -> list[Part]:
    """Return the lines of the items, which are in the order of the file.

    Items with nothing but blank lines between them become one part; those in others are not shown twice.
    """
    # Python would split lines at a form feed, too. Neither the readers of code nor editors do.
    lines = text.split("\n")
    ranges: list[tuple[int, int]] = []
    for item in items:
        if ranges and not "".join(lines[ranges[-1][1] + 1 : item.first]).strip():
            begin, end = ranges.pop()
            ranges.append((begin, max(end, item.last)))
        else:
            ranges.append((item.first, item.last))
    return [Part(first + 1, _dedented(lines[first : last + 1])) for first, last in ranges]


def _dedented(lines: Sequence[str]) -> str:
    # As far as the first line goes: a line in a text of several lines may begin further to the left.
    indent = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
    return "\n".join(line.removeprefix(indent).rstrip() for line in lines)
