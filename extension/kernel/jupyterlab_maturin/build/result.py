"""What ``build_extension`` returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jupyterlab_maturin.reload.report import Rebound, Stale


@dataclass(frozen=True, slots=True)
class Build:
    """One build of a crate, loaded into this Python. The module carries it as ``__build__``."""

    #: The name Python imports.
    module: str
    #: Counts from 1 for each module, interpreter and target directory.
    generation: int
    #: The cargo profile: ``release``, ``dev`` or one of the crate's own.
    profile: str
    #: The features that were asked for by name.
    features: tuple[str, ...]
    #: False when this Python already had exactly this build loaded; nothing was reloaded then.
    changed: bool
    #: From the call to the swapped module, in seconds.
    seconds: float
    #: The native library that was loaded.
    library: Path
    #: The Cargo package's name.
    crate: str
    #: The package's ``Cargo.toml``.
    manifest: Path | None = None
    #: rustc's warnings, as ``cargo --message-format=json`` carries them.
    diagnostics: list[dict[str, Any]] = field(default_factory=list, repr=False)
    #: The names that followed to the new build.
    rebound: list[Rebound] = field(default_factory=list)
    #: What still holds something of an older build, and why.
    stale: list[Stale] = field(default_factory=list)
