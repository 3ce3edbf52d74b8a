"""The namespaces whose names follow to a new build: the notebook's, and those of the modules that the user wrote."""

from __future__ import annotations

import re
import site
import sys
import sysconfig
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

#: What IPython keeps of its own in the user's namespace: inputs, outputs, history.
_IPYTHON = re.compile(r"_+|_[iodh]h|_i{1,3}|_i?\d+|In|Out|exit|quit|get_ipython|open")
_DUNDER = re.compile(r"__.*__")


@dataclass(frozen=True, slots=True)
class UserNamespace:
    """Variables that the user thinks of as theirs."""

    #: How a report names it: `this notebook`, or the module's name.
    where: str
    variables: dict[str, Any]
    notebook: bool = False

    def skips(self, name: str) -> bool:
        """Tell whether ``name`` is the interpreter's or IPython's rather than the user's."""
        return bool(_DUNDER.fullmatch(name) or (self.notebook and _IPYTHON.fullmatch(name)))


def user_namespaces(notebook: dict[str, Any], built: str) -> list[UserNamespace]:
    """Return ``notebook`` and the globals of every imported module that is neither Python's, nor installed, nor ours.

    Args:
        notebook: the namespace that cells run in.
        built: the name of the module that was swapped; what lies in it is none of the user's names.
    """
    found = [UserNamespace("this notebook", notebook, notebook=True)]
    known = {id(notebook)}
    for name, module in list(sys.modules.items()):
        if name == built or name.startswith((built + ".", "jupyterlab_maturin.")):
            continue
        # `vars`, not `getattr`: a lazy module must not be loaded by being looked at.
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
