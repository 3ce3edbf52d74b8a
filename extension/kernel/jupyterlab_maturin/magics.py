"""The magics that ``%load_ext jupyterlab_maturin`` adds, and the classes that define them."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

#: The magics of each class; cell magics begin with ``%%``. A class is imported when one of its magics is first used.
MAGICS = {
    ("jupyterlab_maturin.build.magics", "BuildMagics"): ("build_extension",),
    ("jupyterlab_maturin.course.magics", "CourseMagics"): (
        "verify",
        "hint",
        "solution",
        "reset_exercise",
        "skip",
        "%%predict",
        "course_path",
    ),
    ("jupyterlab_maturin.gil.magics", "GilMagics"): ("gil", "scaling"),
}


def register(shell: InteractiveShell) -> None:
    """Register every magic of this package with ``shell``."""
    manager: Any = shell.magics_manager  # its methods are untyped
    for (module, class_name), magics in MAGICS.items():
        for written in magics:
            magic = written.removeprefix("%%")
            kind = "line" if magic == written else "cell"
            manager.register_function(LazyMagic(shell, module, class_name, kind, magic), kind, magic)


class LazyMagic:
    """Stands for a magic until it is used or its help is read; then the class that defines it is registered."""

    def __init__(self, shell: InteractiveShell, module: str, class_name: str, kind: str, magic: str) -> None:
        self._shell = shell
        self._module = module
        self._class_name = class_name
        self._kind = kind
        self._magic = magic

    def __call__(self, *line_and_cell: str) -> Any:
        return self.__wrapped__(*line_and_cell)

    @property
    def __wrapped__(self) -> Any:
        """The magic itself. IPython's help follows this attribute to find the file and the source of a function."""
        self._shell.register_magics(getattr(importlib.import_module(self._module), self._class_name))
        return self._shell.magics_manager.magics[self._kind][self._magic]

    @property
    def __doc__(self) -> str | None:  # type: ignore[override]  # to typeshed, it is an attribute that can be set
        # The help of the magic itself, which `%magic?` shows.
        documentation: str | None = self.__wrapped__.__doc__
        return documentation
