"""Which installed distribution a module was imported from, and what that was installed from."""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution
from urllib.parse import unquote, urlsplit

from jupyterlab_maturin.reload import import_folder


def paths() -> list[str]:
    """Return where a Python would look for modules without the builds of this process."""
    builds = import_folder.folders()
    return [entry for entry in sys.path if entry not in builds]


def distribution_of(top: str, file: str, name: str | None) -> Distribution | None:
    """Return the installed distribution that has the module ``top``, imported from ``file``; None when none has.

    Args:
        top: the module's top-level name.
        file: the file that it was imported from.
        name: the name that the distribution is likely to have.
    """
    likely = {normalised(top), normalised(name or top)}
    # The likely ones first, because reading what each of all distributions installed takes a while.
    for distribution in sorted(_distributions(), key=lambda one: normalised(one.name) not in likely):
        files = (path for path in distribution.files or () if path.parts[0].partition(".")[0] == top)
        if any(_is_same_file(str(distribution.locate_file(path)), file) for path in files):
            return distribution
        folder = editable_folder(distribution) if normalised(distribution.name) in likely else None
        if folder is not None and is_below(file, [folder]):
            return distribution
    return None


def installed_from(distribution: Distribution) -> str | None:
    """Return the folder or wheel on this machine that was installed; None when it came from elsewhere.

    The installer writes it into ``direct_url.json``, see `the specification`_. ``maturin develop`` writes the crate's folder.

    .. _the specification: https://packaging.python.org/en/latest/specifications/direct-url/
    """
    return _direct_url(distribution)[0]


def editable_folder(distribution: Distribution) -> str | None:
    """Return the folder in which the Python files of an editable installation stayed; None for any other installation."""
    path, editable = _direct_url(distribution)
    return path if editable else None


def title(distribution: Distribution) -> str:
    """Return ``numpy 2.1.0``."""
    return f"{distribution.name} {distribution.version}"


def normalised(name: str) -> str:
    """Return the form in which two names of one distribution are equal."""
    return re.sub(r"[-_.]+", "-", name).lower()


def is_below(file: str, folders: list[str]) -> bool:
    """Tell whether ``file`` lies somewhere in one of ``folders``, links followed."""
    real = os.path.realpath(file)
    return any(real.startswith(os.path.join(os.path.realpath(folder), "")) for folder in folders)


def _distributions() -> Iterator[Distribution]:
    # One without readable metadata has no name.
    return (one for one in importlib.metadata.distributions(path=paths()) if isinstance(one.name, str))


def _direct_url(distribution: Distribution) -> tuple[str | None, bool]:
    try:
        record = json.loads(distribution.read_text("direct_url.json") or "null")
        url = urlsplit(record["url"])
        editable = bool(record.get("dir_info", {}).get("editable"))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None, False
    return (unquote(url.path), editable) if url.scheme == "file" else (None, False)


def _is_same_file(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)
