"""Where the Python files of a mixed crate lie, the ones that a person edits."""

from __future__ import annotations

import tomllib
from pathlib import Path

from jupyterlab_maturin.foreign.files import read_foreign_text


def python_sources(manifest: str | None) -> list[Path]:
    """Return the folders that may hold a crate's Python packages; see `python-source`_ in maturin's settings.

    .. _python-source: https://www.maturin.rs/project_layout
    """
    if manifest is None:
        return []
    crate = Path(manifest).parent
    folders: list[Path] = []
    # With `manifest-path`, the pyproject.toml lies one or two folders above the crate.
    for folder in (crate, *list(crate.parents)[:2]):
        try:
            settings = tomllib.loads(read_foreign_text(folder / "pyproject.toml"))
            source = settings["tool"]["maturin"]["python-source"]
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError):
            source = "."
        if isinstance(source, str):
            folders += [folder / source, folder / "src"]
    return folders
