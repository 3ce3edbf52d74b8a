"""Which crate the user's words meant in an earlier build.

A build can fail before the bridge has found the crate: cargo is missing, say, or Cargo.toml is broken for the moment. The build
before it stays in use all the same, and the output can say so only when this process remembers which crate was meant.
"""

from __future__ import annotations

import os

from jupyterlab_maturin.session.notebook import notebook_path, user_variables

_manifests: dict[tuple[str, str], str] = {}


def remember(given: str | None, manifest: str) -> None:
    """Remember that ``given``, typed here, meant the crate with this ``Cargo.toml``."""
    _manifests[_place(given)] = manifest


def recall(given: str | None) -> str | None:
    """Return the ``Cargo.toml`` that ``given``, typed here, meant the last time; None when it was never typed here."""
    return _manifests.get(_place(given))


def _place(given: str | None) -> tuple[str, str]:
    if given is None:
        # The crate is inferred from these.
        return os.getcwd(), str(notebook_path(user_variables()) or "")
    path = os.path.realpath(given)
    return (os.path.dirname(path) if os.path.basename(path) == "Cargo.toml" else path), ""
