"""How text of others is shown: what would be obeyed becomes its code point, ``<U+001B>``.

``extension/protocol/src/visible.ts`` is the same rule in TypeScript, and ``extension/protocol/test/visible.json`` holds
both to it.
"""

from __future__ import annotations

import re
from html import escape

#: Characters of one text that an output shows; what is longer was made by a machine.
LONGEST = 64 * 1024

#: Characters of the longest sentence that somebody reads, and of its end, which says what to do next.
_SENTENCE, _END = 4000, 1000

# Control characters, marks that change the direction of text (Unicode's UAX #9), line and paragraph separators, the
# invisible characters of the tag block, and halves of surrogate pairs, which no encoding can carry. A line feed and a
# tab are text.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_INVISIBLE_OR_SPACE = re.compile(_INVISIBLE.pattern[:-1] + "\n\t]")
# A colour or weight: the one kind of escape sequence that only looks different.
_COLOUR = re.compile(r"(\x1b\[[0-9;:]{0,32}m)")
# "Erase the rest of the line", which gcc prints with each colour, and cargo. Where text only follows, it does nothing.
_ERASE = re.compile(r"\x1b\[0?K")


def visible(text: str) -> str:
    """Return ``text`` so that nothing in it is obeyed where it is shown; its lines and tabs stay."""
    return _INVISIBLE.sub(_code_point, text)


def visible_line(text: str) -> str:
    """Return the same for a text that has to stay on one line."""
    return _INVISIBLE_OR_SPACE.sub(_code_point, text)


def visible_html(text: str, longest: int = LONGEST) -> str:
    """Return the same as escaped HTML, cut off after ``longest`` characters."""
    return escape(visible(bounded(text, longest)))


def colours_apart(text: str) -> list[str]:
    """Return the output of a tool in pieces: visible text, a colour sequence, visible text, and so on.

    A sequence that would hide what follows it is part of the text. ``\\r\\n`` ends a line.
    """
    pieces = [""]
    for index, piece in enumerate(_COLOUR.split(_ERASE.sub("", text.replace("\r\n", "\n")))):
        if index % 2 and not _hides(piece):
            pieces += [piece, ""]
        else:
            pieces[-1] += visible(piece)
    return pieces


def bounded(text: str, longest: int = LONGEST) -> str:
    """Return ``text``, cut off with a word about it when it has more than ``longest`` characters."""
    if len(text) <= longest:
        return text
    return f"{text[:longest]}… ({len(text) - longest:,} more characters)"


def tellable(sentence: str) -> str:
    """Return a sentence so that it can be told: visible, and without its middle when it is longer than anybody reads."""
    shown = visible(sentence)
    if len(shown) <= _SENTENCE:
        return shown
    omitted = f"… ({len(shown) - _SENTENCE:,} characters left out) …"
    return shown[: _SENTENCE - _END - len(omitted)] + omitted + shown[-_END:]


def _hides(sequence: str) -> bool:
    """Return whether a colour sequence holds the number 8, "concealed", as more than a part of another's colour."""
    numbers = iter(sequence[2:-1].split(";"))
    for number in numbers:
        if number == "8":
            return True
        if number in ("38", "48", "58"):
            # 38;5;N is one of 256 colours, and 38;2;R;G;B is any colour.
            for _ in range(3 if next(numbers, "") == "2" else 1):
                next(numbers, None)
    return False


def _code_point(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"
