"""A build's output as HTML and as plain text."""

from __future__ import annotations

from jupyterlab_maturin.build.surface_line import surface_line
from jupyterlab_maturin.foreign.visible import bounded, visible, visible_html, visible_line
from jupyterlab_maturin.protocol import BuildPayload, Surface
from jupyterlab_maturin.tasks import diagnostics, html
from jupyterlab_maturin.tasks.quantities import counted, duration, first_of

#: How many characters of the log the HTML repeats; the payload beside it carries more.
_LOG = 16 * 1024
#: Widths in the plain text, in characters: of the bar, and of the first line.
_BAR = 26
_WIDTH = 72

_COLOURS = {"failed": html.RED, "cancelled": html.ORANGE, "done": html.GREEN}


def as_html(payload: BuildPayload) -> str:
    """Return the HTML form of a payload, in which every text is escaped."""
    over = _over(payload)
    right = _warnings(payload) if over else duration(payload.elapsed)
    colour = _COLOURS.get(payload.phase, "")
    parts = [html.first_line(payload.crate, payload.profile, _status(payload), colour, right)]
    if not over:
        parts.append(html.progress_line(*_progress(payload), _activity(payload)))
    if over and payload.waiting:
        parts.append(html.line(f"it was still waiting: {payload.waiting}", html.DIM))
    parts.extend(html.line(note, html.DIM) for note in payload.notes)
    parts.extend(html.line(text, html.DIM) for text in _surface(payload) + _followed(payload))
    parts.extend(html.line(text, html.ORANGE) for text in _still_old(payload) + _stale_cells(payload))
    if payload.error and not payload.counts.errors:
        parts.append(html.line(payload.error.message))
    parts.extend(diagnostics.as_html(payload.diagnostics, payload.counts.omitted))
    if over and payload.log.strip():
        parts.append(html.fold("log", html.code_block(visible_html(payload.log[-_LOG:].rstrip()))))
    return html.card(parts)


def as_text(payload: BuildPayload) -> str:
    """Return the text form of a payload: a line or two when all is well, and the compiler's text when it is not."""
    name = f" {visible_line(payload.crate)}  {visible_line(payload.profile)}"
    if _over(payload):
        lines = [" · ".join(part for part in (f"{name}   {_status(payload)}", _warnings(payload)) if part)]
    else:
        right = f"{_status(payload)}   {duration(payload.elapsed)}"
        lines = [name + right.rjust(max(len(right) + 3, _WIDTH - len(name))), _progress_as_text(payload)]
    if _over(payload) and payload.waiting:
        lines.append(f"   it was still waiting: {visible_line(payload.waiting)}")
    lines.extend(f"   note: {visible_line(bounded(note))}" for note in payload.notes)
    for texts in (_surface(payload), _followed(payload), _still_old(payload), _stale_cells(payload)):
        lines.extend(f"   {visible_line(bounded(text))}" for text in texts)
    if payload.phase != "done":
        lines.extend(diagnostics.as_text(payload.diagnostics, payload.counts.omitted))
    if payload.error and not payload.counts.errors:
        lines.extend(f"   {text}" for text in visible(bounded(payload.error.message)).split("\n"))
    return "\n".join(text.rstrip() for text in lines)


def _over(payload: BuildPayload) -> bool:
    return payload.phase in ("done", "failed", "cancelled")


def _status(payload: BuildPayload) -> str:
    """Return what the build is doing, or how it ended, in a few words."""
    stays = "" if payload.previous is None else f" · {_in_use(payload.previous)} stays in use"
    match payload.phase:
        case "cancelled":
            return "cancelled" + stays
        case "failed":
            if payload.counts.errors:
                return counted(payload.counts.errors, "error") + stays
            return (f"{payload.unloaded}, but not loaded" if payload.unloaded else "failed") + stays
        case "done" if payload.result:
            result = payload.result
            loaded = "loaded" if result.changed else "already loaded"
            return f"build {result.generation} · {duration(result.seconds)} · {loaded}"
        case phase:
            return "waiting" if payload.waiting else phase


def _in_use(generation: int) -> str:
    return f"build {generation}" if generation else "the installed version"


def _activity(payload: BuildPayload) -> str:
    """Return what is being compiled or waited for; an empty text when there is nothing to say."""
    if payload.waiting:
        return payload.waiting
    crate = payload.progress.crate if payload.progress else ""
    first = "   (first build: PyO3 itself is compiled once)" if "pyo3" in crate else ""
    return f"compiling {crate}{first}" if crate else ""


def _progress(payload: BuildPayload) -> tuple[int, int]:
    return (payload.progress.done, payload.progress.total) if payload.progress else (0, 0)


def _progress_as_text(payload: BuildPayload) -> str:
    done, total = _progress(payload)
    full = _BAR * done // total if total else 0
    numbers = f"  {done}/{total}" if total else ""
    activity = _activity(payload)
    return (
        " "
        + "█" * full
        + "░" * (_BAR - full)
        + numbers
        + (f"   {visible_line(activity)}" if activity else "")
    )


def _warnings(payload: BuildPayload) -> str:
    return counted(payload.counts.warnings, "warning") if payload.counts.warnings else ""


def _surface(payload: BuildPayload) -> list[str]:
    """Return one line with what the module offers now and did not before, and the reverse, or none."""
    change = payload.result.surface if payload.result else None
    if not isinstance(change, Surface):
        return []
    return [surface_line(change.added, change.changed, change.removed, change.omitted)]


def _followed(payload: BuildPayload) -> list[str]:
    """Return one line with the names that follow the new build, ``followed: nth_prime (this notebook)``, or none."""
    by_namespace: dict[str, list[str]] = {}
    for name in payload.result.rebound if payload.result else ():
        by_namespace.setdefault(name.where, []).append(name.name)
    groups = ", ".join(f"{', '.join(names)} ({where})" for where, names in by_namespace.items())
    return [f"followed: {groups}"] if groups else []


def _still_old(payload: BuildPayload) -> list[str]:
    """Return one line for each thing that still holds something of an older build."""
    stale, more = first_of(payload.result.stale if payload.result else ())
    return [*(f"still old: {name.name} in {name.where} · {name.reason}" for name in stale), *more]


def _stale_cells(payload: BuildPayload) -> list[str]:
    """Return one line that names the cells whose results came from another build, or none."""
    cells = (payload.result.stale_cells if payload.result else None) or []
    if not cells:
        return []
    prompts = " ".join(f"[{'?' if cell.count is None else cell.count}]" for cell in cells)
    verb = "shows a result" if len(cells) == 1 else "show results"
    return [
        f"{counted(len(cells), 'cell')} {verb} of another build: {prompts} · re-run {'it' if len(cells) == 1 else 'them'}"
    ]
