"""A verification's output as HTML that needs nothing around it, in the theme's colours where there is one."""

from __future__ import annotations

from html import escape
from typing import Any

from jupyterlab_maturin.build.html import diagnostics
from jupyterlab_maturin.course import words
from jupyterlab_maturin.course.words import Payload

_FONT = "font-family:var(--jp-ui-font-family, system-ui, sans-serif);font-size:var(--jp-ui-font-size1, 13px);"
_CODE = (
    "font-family:var(--jp-code-font-family, monospace);font-size:var(--jp-code-font-size, 13px);"
    "line-height:1.35;white-space:pre-wrap;overflow-x:auto;margin:4px 0 8px 24px;"
)
_DIM = "color:var(--jp-ui-font-color2, #757575);"
_ROW = "display:flex;gap:12px;align-items:baseline;"
_BAD = "color:var(--jp-error-color1, #d32f2f);"
_GOOD = "color:var(--jp-success-color1, #388e3c);"
_HUES = {"failed": _BAD, "verified": _GOOD, "passed": _GOOD, "skipped": _DIM}


def to_html(payload: Payload) -> str:
    """Return the HTML form of a payload; whatever came from outside is escaped in it."""
    parts = [_first_line(payload)]
    parts.extend(_line(note, _DIM) for note in payload["notes"])
    parts.extend(_check(entry) for entry in payload["environment"])
    if payload["phase"] != "verified":
        parts.extend(diagnostics(payload))
    parts.extend(_test(test) for test in payload["tests"])
    if payload["outcome"] is None:
        # A line that is always there: nothing jumps when something begins to happen.
        parts.append(_line(f"… {words.activity(payload)}", _DIM))
    parts.extend(_line(line) for line in words.advice(payload))
    return (
        f'<div style="{_FONT}color:var(--jp-ui-font-color1, inherit);line-height:1.6">{"".join(parts)}</div>'
    )


def _first_line(payload: Payload) -> str:
    return (
        f'<div style="{_ROW}"><strong>{escape(payload["title"] or payload["exercise"])}</strong>'
        f'<span style="{_HUES.get(payload["phase"], "")}">{escape(words.status(payload))}</span>'
        f'<span style="margin-left:auto;font-variant-numeric:tabular-nums;{_DIM}">{escape(words.took(payload))}</span>'
        "</div>"
    )


def _test(test: dict[str, Any]) -> str:
    hue = _HUES[test["outcome"]]
    name = f'<span style="{hue}">{words.SIGNS[test["outcome"]]}</span> <code>{escape(test["name"])}</code>'
    if test["outcome"] != "failed":
        return f'<div style="margin-left:8px">{name}</div>'
    message = f'<div style="margin-left:24px;white-space:pre-wrap">{escape(test["message"] or "")}</div>'
    more = "".join(
        f'<pre style="{_CODE}">{escape(text.strip())}</pre>'
        for text in (test["details"], test["output"])
        if text
    )
    fold = (
        f'<details style="margin-left:24px"><summary style="cursor:pointer;{_DIM}">the test, and what it printed'
        f"</summary>{more}</details>"
        if more
        else ""
    )
    place = f'<span style="float:right;{_DIM}">{escape(words.where(test))}</span>'
    return f'<div style="margin-left:8px">{name}{place}</div>{message}{fold}'


def _check(entry: dict[str, Any]) -> str:
    advice = f'<div style="margin-left:24px">{escape(entry["advice"])}</div>' if entry["advice"] else ""
    return _line(words.check(entry), f"margin-left:8px;{'' if entry['ok'] else _BAD}") + advice


def _line(text: str, style: str = "") -> str:
    return f'<div style="{style}">{escape(text)}</div>'
