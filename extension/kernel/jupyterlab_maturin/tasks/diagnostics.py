"""rustc's diagnostics in an output, as HTML and as plain text."""

from __future__ import annotations

from collections.abc import Sequence

from jupyterlab_maturin.foreign.visible import visible_html
from jupyterlab_maturin.protocol import Diagnostic
from jupyterlab_maturin.tasks import ansi
from jupyterlab_maturin.tasks.html import DIM, ORANGE, RED, code_block, details, fold, line


def as_html(diagnostics: Sequence[Diagnostic], omitted: int) -> list[str]:
    """Return a piece of HTML for each: the errors first, the first of them open, everything else folded.

    Args:
        diagnostics: as the bridge sent them.
        omitted: how many more there were.
    """
    errors = [diagnostic for diagnostic in diagnostics if _is_error(diagnostic)]
    others = [diagnostic for diagnostic in diagnostics if not _is_error(diagnostic)]
    parts = [_one_as_html(diagnostic, opened=index == 0) for index, diagnostic in enumerate(errors)]
    parts.extend(_one_as_html(diagnostic, opened=False) for diagnostic in others)
    if omitted:
        parts.append(line(f"… and {omitted} more", DIM))
    return parts


def as_text(diagnostics: Sequence[Diagnostic], omitted: int) -> list[str]:
    """Return the lines that rustc would print, without colours."""
    lines: list[str] = []
    for diagnostic in diagnostics:
        lines.extend(["", *ansi.plain(diagnostic.rendered or _title(diagnostic)).rstrip().split("\n")])
    return lines + (["", f"   … and {omitted} more"] if omitted else [])


def _one_as_html(diagnostic: Diagnostic, opened: bool) -> str:
    body = code_block(ansi.to_html((diagnostic.rendered or diagnostic.message).rstrip()))
    code = diagnostic.code
    if code is not None and code.explanation:
        explanation = code_block(visible_html(code.explanation.strip()), wrap=True)
        body += fold(f"what {code.code} means", explanation, style="margin-left:16px")
    summary = (
        f'<span style="{RED if _is_error(diagnostic) else ORANGE}">{visible_html(_title(diagnostic))}</span>'
        f'<span style="float:right;{DIM}">{visible_html(_place(diagnostic))}</span>'
    )
    return details(summary, body, opened)


def _is_error(diagnostic: Diagnostic) -> bool:
    return diagnostic.level.startswith("error")


def _title(diagnostic: Diagnostic) -> str:
    """Return ``error[E0308] mismatched types``."""
    code = f"[{diagnostic.code.code}]" if diagnostic.code else ""
    return f"{diagnostic.level}{code} {diagnostic.message}"


def _place(diagnostic: Diagnostic) -> str:
    """Return where a diagnostic points, ``src/lib.rs:9:46``; an empty text when it points nowhere."""
    primary = next((span for span in diagnostic.spans if span.is_primary), next(iter(diagnostic.spans), None))
    return f"{primary.file_name}:{primary.line_start}:{primary.column_start}" if primary else ""
