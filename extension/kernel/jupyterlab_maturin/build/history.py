"""The builds of a crate that are on disk, as a table."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jupyterlab_maturin.build.on_disk import generations_on_disk
from jupyterlab_maturin.build.surface_line import surface_line
from jupyterlab_maturin.foreign.outputs import publish
from jupyterlab_maturin.foreign.visible import visible_html, visible_line
from jupyterlab_maturin.protocol import GenerationOnDisk
from jupyterlab_maturin.reload.generations import is_pinned
from jupyterlab_maturin.reload.loaded import is_in_use
from jupyterlab_maturin.reload.look import fault_of
from jupyterlab_maturin.reload.surface import record
from jupyterlab_maturin.reload.surface.change import surface_change
from jupyterlab_maturin.reload.surface.items import Surface
from jupyterlab_maturin.tasks import html
from jupyterlab_maturin.tasks.quantities import counted, duration

#: Characters of a digest that are shown. Two builds with the same ones do the same.
_DIGEST = 8
_COLUMNS = ("build", "made", "profile", "features", "content", "took", "")


@dataclass(frozen=True, slots=True)
class Row:
    """One build, in words."""

    build: str
    made: str
    profile: str
    features: str
    #: The beginning of the digest over its files.
    content: str
    took: str
    #: ``in use``, ``pinned``, both or neither; or why it cannot be used.
    state: str
    #: What changed in the module's public surface against the build before it in the table.
    changes: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The texts of the columns."""
        return self.build, self.made, self.profile, self.features, self.content, self.took, self.state


def show_history(crate: str | None) -> None:
    """Show which builds of a crate are on disk for this Python.

    Args:
        crate: a folder or a Cargo.toml; without it, the crate is found as for a build.

    Raises:
        CrateError: there is no such crate, or cargo cannot read it.
    """
    found = generations_on_disk(None if crate is None else os.path.expanduser(crate))
    rows = history(found.generations)
    publish({"text/html": as_html(found.crate, rows), "text/plain": as_text(found.crate, rows)})


def history(generations: list[GenerationOnDisk]) -> list[Row]:
    """Return the builds in the order of their numbers."""
    rows = []
    before: tuple[GenerationOnDisk, Surface] | None = None
    for generation in generations:
        directory = Path(generation.directory)
        surface = record.read(directory)
        changes = _changes(before, generation, surface)
        if surface is not None:
            before = generation, surface
        states = {"in use": is_in_use(directory), "pinned": is_pinned(directory)}
        fault = fault_of(directory)
        if fault is not None:
            states[f"not usable: {fault}"] = True
        rows.append(
            Row(
                build=str(generation.number),
                made=_local_time(generation.made),
                profile=generation.profile,
                features=_features(generation),
                content=generation.digest[:_DIGEST],
                took="" if generation.seconds is None else duration(generation.seconds),
                state=" · ".join(state for state, holds in states.items() if holds),
                changes=changes,
            )
        )
    return rows


def as_html(crate: str, rows: list[Row]) -> str:
    """Return the table as HTML, in which every text is escaped."""
    parts = [html.first_line(crate, counted(len(rows), "build") + " on disk", "", "", "")]
    if rows:
        parts.append(
            html.table(_COLUMNS, [(_html_cells(row), visible_html(row.changes)) for row in reversed(rows)])
        )
    return html.card(parts)


def as_text(crate: str, rows: list[Row]) -> str:
    """Return the table as text."""
    lines = [f" {visible_line(crate)}  {counted(len(rows), 'build')} on disk"]
    newest_first = rows[::-1]
    rows_of_text = [tuple(map(visible_line, row.cells)) for row in newest_first]
    columns = zip(_COLUMNS, *rows_of_text, strict=True)
    widths = [max(map(len, column)) for column in columns]

    def line(cells: tuple[str, ...]) -> str:
        padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=True)]
        return "   " + "   ".join(padded).rstrip()

    if rows:
        lines.append(line(_COLUMNS))
    for row, cells in zip(newest_first, rows_of_text, strict=True):
        lines.append(line(cells))
        if row.changes:
            lines.append(f"   {' ' * widths[0]}   {visible_line(row.changes)}")
    return "\n".join(lines)


def _html_cells(row: Row) -> list[str]:
    cells = [visible_html(cell) for cell in row.cells]
    cells[0] = f"<strong>{cells[0]}</strong>"
    cells[4] = html.code(row.content)
    cells[6] = f'<span style="{html.GREEN}">{cells[6]}</span>'
    return cells


def _changes(
    before: tuple[GenerationOnDisk, Surface] | None, generation: GenerationOnDisk, surface: Surface | None
) -> str:
    if surface is None:
        return "not loaded by any kernel yet"
    if before is None:
        return ""
    earlier, earlier_surface = before
    try:
        change = surface_change(earlier_surface, Path(earlier.directory), surface, Path(generation.directory))
    except OSError:
        return ""  # another kernel has just removed one of the two
    if change is None:
        return "" if earlier.digest != generation.digest else "the same files as the build before"
    return surface_line(change.added, change.changed, change.removed, change.omitted)


def _features(generation: GenerationOnDisk) -> str:
    default = [] if generation.default_features else ["without default"]
    return ", ".join([*generation.features, *default])


def _local_time(made: str | None) -> str:
    try:
        return "" if made is None else f"{datetime.fromisoformat(made).astimezone():%Y-%m-%d %H:%M:%S}"
    except (ValueError, OverflowError):
        return ""
