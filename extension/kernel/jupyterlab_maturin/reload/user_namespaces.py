"""The namespaces whose names follow a new build: the notebook's, and those of the modules that the user wrote."""

from __future__ import annotations

import re
import site
import sys
import sysconfig
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

#: The names that IPython itself keeps in the user's namespace: inputs, outputs, history.
_IPYTHON = re.compile(r"_+|_[iodh]h|_i{1,3}|_i?\d+|In|Out|exit|quit|get_ipython|open")
_DUNDER = re.compile(r"__.*__")


@dataclass(frozen=True, slots=True)
class UserNamespace:
    """Variables that belong to the user."""

    #: How a report names it: `this notebook`, or the module's name.
    where: str
    variables: dict[str, Any]
    notebook: bool = False

    def skips(self, name: str) -> bool:
        """Tell whether ``name`` belongs to the interpreter or to IPython rather than to the user."""
        return bool(_DUNDER.fullmatch(name) or (self.notebook and _IPYTHON.fullmatch(name)))


def user_namespaces(notebook: dict[str, Any], built: str) -> list[UserNamespace]:
    """Return ``notebook`` and the globals of every imported module that the user wrote.

    Left out are Python's own modules, installed ones, those of this package, and the module that was built.

    Args:
        notebook: the namespace that cells run in.
        built: the name of the module that was swapped.
    """
    found = [UserNamespace("this notebook", notebook, notebook=True)]
    known = {id(notebook)}
    for name, module in list(sys.modules.items()):
        if name == built or name.startswith((built + ".", "jupyterlab_maturin.")):
            continue
        # Asking for any other attribute could make a lazy module load itself.
        variables = getattr(module, "__dict__", None)
        if not isinstance(variables, dict) or id(variables) in known:
            continue
        file = variables.get("__file__")
        if not isinstance(file, str) or _installed(file):
            continue
        known.add(id(variables))
        found.append(UserNamespace(name, variables))
    return found


def _installed(file: str) -> bool:
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
