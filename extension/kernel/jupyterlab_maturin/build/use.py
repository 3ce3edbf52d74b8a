"""Go back, or forward, to a build that is still on disk."""

from __future__ import annotations

import os
from pathlib import Path

from jupyterlab_maturin import protocol
from jupyterlab_maturin.build.on_disk import generations_on_disk
from jupyterlab_maturin.build.result import Build
from jupyterlab_maturin.build.task import BuildTask
from jupyterlab_maturin.errors import CrateError
from jupyterlab_maturin.reload.generations import pin
from jupyterlab_maturin.tasks.run import shown


def use_generation(crate: str | None, number: int, quiet: bool = False) -> Build:
    """Swap an earlier (or later) build of a crate into this process, and show the output that a build has.

    The build is kept on disk for as long as this process lives. The next plain build builds the crate as it is now.

    Args:
        crate: a folder or a Cargo.toml; without it, the crate is found as for a build.
        number: the build's number.
        quiet: show nothing unless it fails.

    Raises:
        CrateError: there is no such crate, or no such build of it.
        ReloadError: it could not be imported; what was in use stays in use.
    """
    given = None if crate is None else os.path.expanduser(crate)
    found = generations_on_disk(given)
    wanted = next((one for one in found.generations if one.number == number), None)
    if wanted is None:
        known = ", ".join(str(one.number) for one in found.generations)
        raise CrateError(
            f"Using build {number} of {found.crate}: there is no such build; "
            + (f"those on disk are {known}." if known else "none is on disk, so build it first.")
        )
    task = BuildTask(given, wanted.profile, wanted.features)
    with shown(task, quiet) as display:
        task.apply(_planned(found, wanted))
        build = task.finish(_built(wanted), display.refresh)
        pin(Path(wanted.directory))
        return build


def _planned(found: protocol.GenerationsFound, wanted: protocol.GenerationOnDisk) -> protocol.BuildPlanned:
    return protocol.BuildPlanned(
        crate=found.crate,
        manifest=found.manifest,
        root=found.root,
        profile=wanted.profile,
        features=wanted.features,
        target=found.target,
        notes=[],
    )


def _built(wanted: protocol.GenerationOnDisk) -> protocol.Built:
    return protocol.Built(
        module=wanted.module,
        generation=wanted.number,
        directory=wanted.directory,
        library=wanted.library,
        changed=False,
        profile=wanted.profile,
        features=wanted.features,
        seconds=0.0,
        timings=[],
        counts=protocol.DiagnosticCounts(0, 0, 0),
    )
