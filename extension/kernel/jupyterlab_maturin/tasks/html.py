"""The pieces of HTML that outputs are made of.

Each brings its own style, in the colours of JupyterLab's theme where there is one, because an output is also read
where no style sheet of this extension is loaded: on a web page, or in another editor.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jupyterlab_maturin.foreign.visible import visible_html

DIM = "color:var(--jp-ui-font-color2, #757575);"
RED = "color:var(--jp-error-color1, #d32f2f);"
ORANGE = "color:var(--jp-warn-color1, #f57c00);"
GREEN = "color:var(--jp-success-color1, #388e3c);"

_FONT = (
    "font-family:var(--jp-ui-font-family, system-ui, sans-serif);font-size:var(--jp-ui-font-size1, 13px);"
    "color:var(--jp-ui-font-color1, inherit);line-height:1.6"
)
_CODE = (
    "font-family:var(--jp-code-font-family, monospace);font-size:var(--jp-code-font-size, 13px);"
    "line-height:1.35;overflow-x:auto;"
)
_ROW = "display:flex;gap:12px;align-items:baseline;"
_DIGITS = "font-variant-numeric:tabular-nums;"


def card(parts: Iterable[str]) -> str:
    """Return a whole output of these pieces of HTML."""
    return f'<div style="{_FONT}">{"".join(parts)}</div>'


def first_line(name: str, detail: str, status: str, colour: str, right: str) -> str:
    """Return an output's first line: what it is about, and how far it is in ``colour``; texts are escaped."""
    shown_detail = f'<span style="{DIM}">{visible_html(detail)}</span>' if detail else ""
    return (
        f'<div style="{_ROW}"><strong>{visible_html(name)}</strong>{shown_detail}'
        f'<span style="{colour}">{visible_html(status)}</span>'
        f'<span style="margin-left:auto;{_DIGITS}{DIM}">{visible_html(right)}</span></div>'
    )


def progress_line(done: int, total: int, activity: str) -> str:
    """Return a bar, the numbers, and the escaped text ``activity``; all of it is there even when it is empty."""
    share = 100 * done / total if total else 0
    numbers = f"{done}/{total}" if total else ""
    return (
        f'<div style="{_ROW}"><span style="flex:0 0 200px;align-self:center;height:4px;border-radius:2px;'
        f'background:var(--jp-layout-color3, #e0e0e0)"><span style="display:block;height:4px;border-radius:2px;'
        f'width:{share:.0f}%;background:var(--jp-brand-color1, #1976d2)"></span></span>'
        f'<span style="{_DIGITS}">{numbers}</span>'
        f'<span style="{DIM}white-space:nowrap;overflow:hidden;text-overflow:ellipsis">'
        f"{visible_html(activity) or '&nbsp;'}</span></div>"
    )


def line(text: str, style: str = "") -> str:
    """Return a line of escaped text."""
    return f'<div style="{style}">{visible_html(text)}</div>'


def code(text: str) -> str:
    """Return escaped text in the font of code."""
    return (
        f'<code style="padding:0;font-size:inherit;background:none;color:inherit">{visible_html(text)}</code>'
    )


def table(columns: Sequence[str], rows: Iterable[tuple[Sequence[str], str]]) -> str:
    """Return a table.

    Args:
        columns: their titles, which are text.
        rows: for each, its cells, and what stands below them from the second column on (or nothing); all escaped HTML.
    """
    # JupyterLab stripes the rows of tables and aligns cells to the right, which suits numbers only.
    cell = "padding:1px 16px 1px 0;text-align:left;vertical-align:baseline;border:none;"
    row_style = '<tr style="background:none;border:none">'
    body = []
    for cells, below in rows:
        body.append(
            row_style
            + "".join(f'<td style="{cell}white-space:nowrap">{one}</td>' for one in cells)
            + '<td style="width:100%"></td></tr>'
        )
        if below:
            body.append(
                f'{row_style}<td style="{cell}"></td>'
                f'<td style="{cell}{DIM}white-space:normal" colspan="{len(columns)}">{below}</td></tr>'
            )
    titles = "".join(
        f'<th style="{cell}{DIM}font-weight:normal" scope="col">{visible_html(title)}</th>'
        for title in columns
    )
    return (
        f'<div style="overflow-x:auto"><table style="margin:4px 0;border-collapse:collapse;border:none;'
        f'table-layout:auto;width:100%;{_DIGITS}font-size:inherit;color:inherit"><thead style="border:none">'
        f"{row_style}{titles}<th></th></tr></thead><tbody>{''.join(body)}</tbody></table></div>"
    )


def code_block(html: str, indent: int = 16, wrap: bool = False) -> str:
    """Return a block of code of escaped HTML."""
    space = "pre-wrap" if wrap else "pre"
    return f'<pre style="{_CODE}white-space:{space};margin:4px 0 8px {indent}px;">{html}</pre>'


def fold(title: str, html: str, style: str = "") -> str:
    """Return escaped HTML that is hidden under a title, which is text, until it is clicked."""
    return details(f'<span style="{DIM}">{visible_html(title)}</span>', html, style=style)


def details(summary: str, html: str, opened: bool = False, style: str = "") -> str:
    """Return escaped HTML that is hidden under a line of escaped HTML, unless ``opened``."""
    attributes = (" open" if opened else "") + (f' style="{style}"' if style else "")
    return f'<details{attributes}><summary style="cursor:pointer">{summary}</summary>{html}</details>'
