"""A module that was imported from somewhere else, under the name that a build is to have.

Most often it is this very crate, installed by pip or by ``maturin develop``. Then the build takes its place as it would take
that of an earlier build: what was installed counts as generation 0. What somebody else made gives way only when the user says
so, and a module of Python's own never does.
"""

from __future__ import annotations

import os
import sys
import types
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution

from jupyterlab_maturin.errors import CrateError
from jupyterlab_maturin.reload.contents.namespace import is_module, namespace_of
from jupyterlab_maturin.reload.distributions import (
    distribution_of,
    installed_from,
    is_below,
    normalised,
    title,
)
from jupyterlab_maturin.reload.user_namespaces import is_installed


@dataclass(frozen=True, slots=True)
class Project:
    """The crate that a build is made of."""

    #: The Cargo package's name.
    crate: str
    #: The name under which pip knows it.
    distribution: str
    #: The folder that maturin runs in, and the one that holds ``Cargo.toml``.
    folders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InstalledModule:
    """A module that was imported from elsewhere, as far as a swap has to know it: which modules belong to it."""

    #: Its top-level name, and those that were installed with it.
    names: frozenset[str]
    #: The files and folders that hold its modules.
    places: tuple[str, ...]
    #: ``first 0.1.0``, or the file where no distribution is known.
    title: str
    #: Whether it was made from the crate that is built.
    own: bool

    def owns(self, module: types.ModuleType) -> bool:
        """Tell whether ``module`` was imported from one of its files."""
        file = _file_of(module)
        return file is not None and any(
            file == place or file.startswith(f"{place}{os.sep}") for place in self.places
        )


def replaced_by_build(
    top: str, others: Iterable[str], project: Project | None, replace: bool
) -> InstalledModule | None:
    """Return the module in use that a build of ``project`` replaces; None when nothing but builds had its name.

    Args:
        top: the top-level name of the module that is built.
        others: further top-level names in the same wheel.
        project: the crate; None when nothing is known of it.
        replace: whether a module that something else made gives way, too.

    Raises:
        CrateError: a module of that name is in use that does not give way.
    """
    about = f"Building {project.crate}" if project is not None else f"Importing {top}"
    if top in sys.stdlib_module_names or top in sys.builtin_module_names:
        raise CrateError(
            f"{about}: Python's own standard library has a module called {top}; "
            f"give [lib] name in Cargo.toml (and the #[pymodule]) another one."
        )
    module = sys.modules.get(top)
    if module is None or not is_module(module) or _is_plain_folder(module):
        return None
    distribution = _distribution(top, module, project)
    own = project is not None and _is_made_from(project, module, distribution)
    file = _file_of(module)
    named = file or "this session" if distribution is None else f"{title(distribution)} ({file})"
    if not own and not replace:
        raise CrateError(
            f"{about}: this kernel has imported {top} from {named}, which was not installed from this crate; "
            f"to replace it all the same, add --replace (in Python: replace=True), "
            f"or restart the kernel and build before importing it."
        )
    together = {top: module}
    for name in others:
        other = sys.modules.get(name)
        if other is None or distribution is None or not is_module(other) or _is_plain_folder(other):
            continue
        found = _distribution(name, other, project)
        if found is not None and found.name == distribution.name:
            together[name] = other
    places = tuple(place for one in together.values() for place in _places(one))
    return InstalledModule(
        frozenset(together), places, named if distribution is None else title(distribution), own
    )


def is_installed_from(project: Project, distribution: Distribution) -> bool:
    """Tell whether ``distribution`` was installed from ``project``, by what the installer wrote down."""
    origin = installed_from(distribution)
    if origin is None:
        return False
    if os.path.realpath(origin) in map(os.path.realpath, project.folders):
        return True
    # A wheel in the crate's folder: `maturin build` makes it in `target/wheels`.
    return normalised(distribution.name) == normalised(project.distribution) and is_below(
        origin, list(project.folders)
    )


def _is_made_from(project: Project, module: types.ModuleType, distribution: Distribution | None) -> bool:
    """Tell whether ``module`` was made from ``project``, by where its file is or by what the installer wrote down."""
    folders = list(project.folders)
    file = _file_of(module)
    # `maturin develop` leaves a mixed crate's package where it is. A virtual environment may lie in the crate's folder, too.
    if file is not None and not is_installed(module) and is_below(file, folders):
        return True
    return distribution is not None and is_installed_from(project, distribution)


def _distribution(top: str, module: types.ModuleType, project: Project | None) -> Distribution | None:
    file = _file_of(module)
    return None if file is None else distribution_of(top, file, project.distribution if project else None)


def _file_of(module: types.ModuleType) -> str | None:
    namespace = namespace_of(module)
    origin = getattr(namespace.get("__spec__"), "origin", None)
    file = origin if isinstance(origin, str) and os.sep in origin else namespace.get("__file__")
    return file if isinstance(file, str) else None


def _is_plain_folder(module: types.ModuleType) -> bool:
    """Tell whether an import took a folder without ``__init__.py`` for a package. Often it is the crate's own folder."""
    spec = namespace_of(module).get("__spec__")
    return namespace_of(module).get("__file__") is None and spec is not None and spec.origin is None


def _places(module: types.ModuleType) -> list[str]:
    path = namespace_of(module).get("__path__")
    file = _file_of(module)
    if path is not None:
        return [str(folder).rstrip(os.sep) for folder in path]
    return [] if file is None else [file]
