"""A build's output as HTML that needs nothing around it: styled in place, in the theme's colours where there is one."""

from __future__ import annotations

from html import escape
from typing import Any

from jupyterlab_maturin.build import words
from jupyterlab_maturin.build.ansi import to_html as coloured
from jupyterlab_maturin.build.words import Payload

#: Characters of the log that the HTML repeats; the JSON beside it carries the rest.
_LOG = 16 * 1024

_FONT = "font-family:var(--jp-ui-font-family, system-ui, sans-serif);font-size:var(--jp-ui-font-size1, 13px);"
_CODE = (
    "font-family:var(--jp-code-font-family, monospace);font-size:var(--jp-code-font-size, 13px);"
    "line-height:1.35;white-space:pre;overflow-x:auto;margin:4px 0 8px 16px;"
)
_DIM = "color:var(--jp-ui-font-color2, #757575);"
_ROW = "display:flex;gap:12px;align-items:baseline;"
_HUES = {
    "failed": "color:var(--jp-error-color1, #d32f2f);",
    "cancelled": "color:var(--jp-warn-color1, #f57c00);",
    "done": "color:var(--jp-success-color1, #388e3c);",
}


def to_html(payload: Payload) -> str:
    """Return the HTML form of a payload; whatever came from outside is escaped in it."""
    over = payload["phase"] in ("done", "failed", "cancelled")
    parts = [_first_line(payload, over)]
    if not over:
        parts.append(_progress(payload))
    parts.extend(_line(note, _DIM) for note in payload["notes"])
    if words.followed(payload):
        parts.append(_line(f"followed: {words.followed(payload)}", _DIM))
    parts.extend(_line(f"still old: {line}", _HUES["cancelled"]) for line in words.still_old(payload))
    if payload["error"] and not payload["counts"]["errors"]:
        parts.append(_line(payload["error"]["message"]))
    parts.extend(diagnostics(payload))
    if over and payload["log"].strip():
        parts.append(_fold("log", f'<pre style="{_CODE}">{escape(payload["log"][-_LOG:].rstrip())}</pre>'))
    return (
        f'<div style="{_FONT}color:var(--jp-ui-font-color1, inherit);line-height:1.6">{"".join(parts)}</div>'
    )


def _first_line(payload: Payload, over: bool) -> str:
    warnings = payload["counts"]["warnings"]
    right = words.count(warnings, "warning") if warnings else ""
    if not over:
        right = words.seconds(payload["elapsed"])
    return (
        f'<div style="{_ROW}"><strong>{escape(payload["crate"])}</strong>'
        f'<span style="{_DIM}">{escape(payload["profile"])}</span>'
        f'<span style="{_HUES.get(payload["phase"], "")}">{escape(words.status(payload))}</span>'
        f'<span style="margin-left:auto;font-variant-numeric:tabular-nums;{_DIM}">{escape(right)}</span></div>'
    )


def _progress(payload: Payload) -> str:
    progress = payload["progress"]
    share = 100 * progress["done"] / progress["total"] if progress and progress["total"] else 0
    counted = f"{progress['done']}/{progress['total']}" if progress else ""
    return (
        f'<div style="{_ROW}"><span style="flex:0 0 200px;align-self:center;height:4px;border-radius:2px;'
        f'background:var(--jp-layout-color3, #e0e0e0)"><span style="display:block;height:4px;border-radius:2px;'
        f'width:{share:.0f}%;background:var(--jp-brand-color1, #1976d2)"></span></span>'
        f'<span style="font-variant-numeric:tabular-nums">{counted}</span>'
        f'<span style="{_DIM}white-space:nowrap;overflow:hidden;text-overflow:ellipsis">'
        f"{escape(words.activity(payload)) or '&nbsp;'}</span></div>"
    )


def diagnostics(payload: Payload) -> list[str]:
    """Return a payload's diagnostics, a piece of HTML each: the first error open, everything else folded."""
    errors = [entry for entry in payload["diagnostics"] if entry["level"].startswith("error")]
    rest = [entry for entry in payload["diagnostics"] if not entry["level"].startswith("error")]
    parts = [_diagnostic(entry, opened=index == 0) for index, entry in enumerate(errors)]
    parts.extend(_diagnostic(entry, opened=False) for entry in rest)
    if payload["counts"]["omitted"]:
        parts.append(_line(f"… and {payload['counts']['omitted']} more", _DIM))
    return parts


def _diagnostic(diagnostic: dict[str, Any], opened: bool) -> str:
    hue = _HUES["failed" if diagnostic["level"].startswith("error") else "cancelled"]
    where = words.place(diagnostic)
    body = (
        f'<pre style="{_CODE}">{coloured((diagnostic["rendered"] or diagnostic["message"]).rstrip())}</pre>'
    )
    code = diagnostic["code"]
    if code and code.get("explanation"):
        explanation = f'<pre style="{_CODE}white-space:pre-wrap">{escape(code["explanation"].strip())}</pre>'
        body += f'<div style="margin-left:16px">{_fold("what " + code["code"] + " means", explanation)}</div>'
    summary = (
        f'<span style="{hue}">{escape(words.heading(diagnostic))}</span>'
        f'<span style="float:right;{_DIM}">{escape(where)}</span>'
    )
    return _details(summary, body, opened)


def _fold(title: str, body: str) -> str:
    return _details(f'<span style="{_DIM}">{escape(title)}</span>', body, opened=False)


def _details(summary: str, body: str, opened: bool) -> str:
    return f'<details{" open" if opened else ""}><summary style="cursor:pointer">{summary}</summary>{body}</details>'


def _line(text: str, style: str = "") -> str:
    return f'<div style="{style}">{escape(text)}</div>'
