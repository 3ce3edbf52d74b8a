"""What is installed in this environment under a name that a build has, too.

In the kernel the build wins: that is what the user asked for. Programs that the kernel starts are another matter. ``pip`` needs
the ``requests`` that it was made for, and whoever got a crate of that name from somebody did not ask for it to run there.
"""

from __future__ import annotations

import importlib.machinery
import importlib.metadata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jupyterlab_maturin.reload.distributions import distribution_of, paths, title
from jupyterlab_maturin.reload.generation_finder import importable
from jupyterlab_maturin.reload.installed_module import Project, is_installed_from
from jupyterlab_maturin.reload.user_namespaces import is_installed_file

#: The modules that the user let take the place of others (``--replace``), in programs that the kernel starts, too.
_replaced: set[str] = set()


@dataclass(frozen=True, slots=True)
class Shadowed:
    """An installed module that a build of the same name hides."""

    #: The top-level name.
    name: str
    #: ``numpy 2.1.0``, or the file where no distribution is known.
    title: str
    #: Whether it was installed from the crate that is built.
    own: bool


def shadowed(names: Iterable[str], project: Project) -> list[Shadowed]:
    """Return what is installed under these top-level names; nothing is imported."""
    found = []
    for name in names:
        spec = importlib.machinery.PathFinder.find_spec(name, paths())
        if spec is None or spec.origin is None:
            continue
        distribution = distribution_of(name, spec.origin, project.distribution)
        if distribution is not None:
            found.append(Shadowed(name, title(distribution), is_installed_from(project, distribution)))
        elif is_installed_file(spec.origin):
            found.append(Shadowed(name, spec.origin, False))
    return found


def kept_from_programs(
    top: str, generation: Path, project: Project, strangers: list[Shadowed], replace: bool
) -> frozenset[str]:
    """Return the entries of a generation's folder that programs which this kernel starts are not to find.

    Args:
        top: the top-level name of the module that was built.
        generation: the folder.
        project: the crate it was built from.
        strangers: what is installed under its names and was not made from the crate.
        replace: whether the user lets it take the place of others. That holds for later builds, too.
    """
    if replace:
        _replaced.add(top)
    if top in _replaced:
        return frozenset()
    entries = importable(generation)
    hidden = {one.name for one in strangers}
    kept = {entry for entry, name in entries.items() if name in hidden}
    for entry in [*generation.glob("*.dist-info"), *generation.glob("*.libs")]:
        if top in hidden or _is_another_distributions(entry.name, project):
            kept.add(entry.name)
    return frozenset(kept)


def _is_another_distributions(entry: str, project: Project) -> bool:
    """Tell whether ``numpy-1.0.dist-info`` has the name of something else that is installed: pip would take it for that."""
    name, ending, _ = entry.partition("-")
    if not ending or not entry.endswith(".dist-info"):
        return False
    installed = next(iter(importlib.metadata.distributions(name=name, path=paths())), None)
    return installed is not None and not is_installed_from(project, installed)
