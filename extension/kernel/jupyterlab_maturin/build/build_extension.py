"""Build a crate and load it: the call behind ``%build_extension``."""

from __future__ import annotations

import os
from collections.abc import Iterable

from jupyterlab_maturin.build.result import Build
from jupyterlab_maturin.build.task import BuildTask
from jupyterlab_maturin.tasks.run import run


def build_extension(
    crate: str | os.PathLike[str] | None = None,
    *,
    profile: str = "release",
    features: Iterable[str] = (),
    default_features: bool = True,
    force: bool = False,
    install: bool = False,
    replace: bool = False,
    quiet: bool = False,
) -> Build:
    """Build a PyO3 crate for this Python with maturin and swap it into this process.

    Shows one output, updated in place while the build runs. When the build fails, the module that was loaded before
    stays in use.

    Args:
        crate: a folder or a Cargo.toml. Without it: the crate that holds the working directory, else the exercise
            with the notebook's own path, else the only crate one level below.
        profile: a cargo profile: ``release``, ``dev`` or one of the crate's own.
        features: cargo features to turn on.
        default_features: whether the crate's default features stay on.
        force: build and load again even if nothing changed.
        install: also install the module into this environment, with ``maturin develop``.
        replace: take the place of a module of the same name even if it was imported from something else than an
            installation of this crate, in programs that this process starts, too.
        quiet: show nothing unless it fails.

    Returns:
        What was built and loaded; the module carries the same as ``__build__``.

    Raises:
        CrateError: there is no such crate, or it cannot be built or loaded as it is.
        BuildError: it does not compile; carries the diagnostics. ``ToolError`` when a tool is missing or unfit.
        ReloadError: it compiled but could not be imported.
        BridgeError: the process that runs builds died; the next call starts a new one.
        KeyboardInterrupt: it was interrupted; every process of the build is gone by then.
    """
    task = BuildTask(
        given=None if crate is None else os.path.expanduser(os.fspath(crate)),
        profile=profile,
        features=features.replace(",", " ").split() if isinstance(features, str) else list(features),
        default_features=default_features,
        force=force,
        install=install,
        replace=replace,
    )
    return run(task, quiet)
