"""The namespaces whose names follow a new build: the notebook's, and those of the modules and scripts that the user wrote."""

from __future__ import annotations

import re
import site
import sys
import sysconfig
import types
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jupyterlab_maturin.reload.contents.definitions import is_of_every_module
from jupyterlab_maturin.reload.contents.namespace import is_module, namespace_of

#: The names that IPython itself keeps in the user's namespace: inputs, outputs, history.
_IPYTHON = re.compile(r"_+|_[iodh]h|_i{1,3}|_i?\d+|In|Out|exit|quit|get_ipython|open")


@dataclass(frozen=True, slots=True)
class UserNamespace:
    """Variables that belong to the user."""

    #: How a report names it: `this notebook`, or the module's name.
    where: str
    variables: dict[str, Any]
    notebook: bool = False

    def skips(self, name: str) -> bool:
        """Tell whether ``name`` belongs to the interpreter or to IPython rather than to the user."""
        return is_of_every_module(name) or bool(self.notebook and _IPYTHON.fullmatch(name))


def user_namespaces(notebook: dict[str, Any], built: Container[int]) -> list[UserNamespace]:
    """Return ``notebook`` and the globals of every module that the user wrote and imported or ran with ``%run``.

    Left out are Python's own modules, installed ones, those of this package, and the modules that were built.

    Args:
        notebook: the namespace that cells run in.
        built: the ``id`` of each module that belongs to the build.
    """
    found = [UserNamespace("this notebook", notebook, notebook=True)]
    known = {id(notebook)}
    for name, module in list(sys.modules.items()):
        if not is_module(module) or id(module) in built:
            continue
        variables = namespace_of(module)
        if id(variables) not in known and not is_installed(module):
            known.add(id(variables))
            found.append(UserNamespace(name, variables))
    for file, variables in _scripts():
        if id(variables) not in known:
            known.add(id(variables))
            found.append(UserNamespace(Path(file).name, variables))
    return found


def _scripts() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the file and the globals of each script that ``%run`` ran.

    IPython copies a script's variables into the notebook, but the script's functions go on with the script's own.
    """
    ipython = sys.modules.get("IPython")
    shell = None if ipython is None else ipython.get_ipython()
    for variables in [] if shell is None else shell.all_ns_refs:
        if isinstance(variables.get("__file__"), str):
            yield variables["__file__"], variables


def is_installed(module: types.ModuleType) -> bool:
    """Tell whether ``module`` is Python's own or of an installed package, rather than a file of the user's."""
    namespace = namespace_of(module)
    file = namespace.get("__file__")
    if namespace.get("__name__") == "__main__":
        return (
            False  # the notebook, or a script; a kernel's has the file of the program that started the kernel
        )
    return not isinstance(file, str) or is_installed_file(file)


def is_installed_file(file: str) -> bool:
    """Tell whether a file lies where Python or an installer puts modules."""
    return file.startswith(_installed_folders())


@cache
def _installed_folders() -> tuple[str, ...]:
    paths = sysconfig.get_paths()
    folders = [paths[key] for key in ("stdlib", "platstdlib", "purelib", "platlib")]
    folders += site.getsitepackages()
    folders.append(site.getusersitepackages())
    folders.append(str(Path(__file__).parents[1]))  # this package, which may be installed from a checkout
    both = {form for folder in folders for form in (folder, str(Path(folder).resolve()))}
    return tuple(folder.rstrip("/") + "/" for folder in both)
