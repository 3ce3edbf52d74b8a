"""The magics that ``%load_ext jupyterlab_maturin`` adds."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import shlex
from typing import TYPE_CHECKING, Any, NoReturn

from IPython.core.error import UsageError

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

#: Parts of the package that bring magics of their own: the module, and the class to register.
PARTS = (
    ("jupyterlab_maturin.gil.magics", "GilMagics"),
    ("jupyterlab_maturin.course.magics", "CourseMagics"),
)


def register(shell: InteractiveShell) -> None:
    """Register every magic of this package with ``shell``."""
    manager: Any = shell.magics_manager  # its methods are untyped
    manager.register_function(build_extension_magic, "line", "build_extension")
    for module, magics in PARTS:
        if _exists(module):
            shell.register_magics(getattr(importlib.import_module(module), magics))


def build_extension_magic(line: str) -> None:
    """Build the Rust crate beside this notebook and swap it into the running kernel.

    ::

        %build_extension [CRATE] [--profile release|dev|NAME] [--features A,B] [--no-default-features]
                         [--force] [--install] [--quiet]

    CRATE is a folder or a Cargo.toml; put a path with spaces in quotes. Without it: the crate that holds the
    notebook's folder, else the exercise with the notebook's own path, else the only crate one level below.

    --profile NAME          the cargo profile; release unless told otherwise
    --features A,B          cargo features to turn on
    --no-default-features   leave the crate's default features off
    --force                 build and load again even if nothing changed
    --install               also install the module into this environment (maturin develop)
    --quiet                 show nothing unless it fails
    """
    from jupyterlab_maturin.build.run import build_extension

    options = parse(line)
    build_extension(
        options.crate,
        profile=options.profile,
        features=",".join(options.features),
        default_features=not options.no_default_features,
        force=options.force,
        install=options.install,
        quiet=options.quiet,
    )


class _Parser(argparse.ArgumentParser):
    """argparse, but a mistake is the reader's to see and not the kernel's end."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"%build_extension: {message}; see %build_extension? for what it takes.")


def parse(line: str) -> argparse.Namespace:
    """Return the options in the text after ``%build_extension``.

    Raises:
        UsageError: they cannot be understood. IPython shows it as one line.
    """
    try:
        words = shlex.split(line)
    except ValueError as error:
        raise UsageError(f"%build_extension: {str(error).lower()} in `{line}`; close every quote.") from error
    parser = _Parser(prog="%build_extension", add_help=False, allow_abbrev=False)
    parser.add_argument("crate", nargs="?")
    parser.add_argument("--profile", default="release", metavar="NAME")
    parser.add_argument("--features", action="append", default=[], metavar="A,B")
    parser.add_argument("--no-default-features", action="store_true")
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--install", action="store_true")
    parser.add_argument("--quiet", action="store_true")
    options, rest = parser.parse_known_args(words)
    if rest:
        unknown = next((word for word in rest if word.startswith("-")), None)
        if unknown is not None:
            parser.error(f"there is no option {unknown}")
        parser.error(
            f"it builds one crate, and here are {len(rest) + 1} words; put a path with spaces in quotes"
        )
    return options


def _exists(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:  # the package around it is not there either
        return False
