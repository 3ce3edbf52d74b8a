"""``%build_extension``."""

from __future__ import annotations

import argparse
import shlex
from typing import NoReturn

from IPython.core.error import UsageError
from IPython.core.magic import Magics, line_magic, magics_class

from jupyterlab_maturin.build.build_extension import build_extension


@magics_class
class BuildMagics(Magics):
    """The magic that builds a crate."""

    @line_magic
    def build_extension(self, line: str) -> None:
        """Build the Rust crate beside this notebook and swap it into the running kernel.

        ::

            %build_extension [CRATE] [--profile release|dev|NAME] [--features A,B] [--no-default-features]
                             [--force] [--install] [--replace] [--quiet]

        CRATE is a folder or a Cargo.toml; put a path with spaces in quotes. Without it: the crate that holds the
        notebook's folder, else the exercise with the notebook's own path, else the only crate one level below.

        --profile NAME          the cargo profile; release if you name none
        --features A,B          cargo features to turn on
        --no-default-features   leave the crate's default features off
        --force                 build and load again even if nothing changed
        --install               also install the module into this environment (maturin develop)
        --replace               replace a module of that name that was not installed from this crate
        --quiet                 show nothing unless it fails
        """
        options = parse(line)
        build_extension(
            options.crate,
            profile=options.profile,
            features=",".join(options.features),
            default_features=not options.no_default_features,
            force=options.force,
            install=options.install,
            replace=options.replace,
            quiet=options.quiet,
        )


class _Parser(argparse.ArgumentParser):
    """argparse, which would end the kernel after a mistake, raising an error instead."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"%build_extension: {message}; see %build_extension? for its options.")


def parse(line: str) -> argparse.Namespace:
    """Return the options in the text after ``%build_extension``.

    Raises:
        UsageError: they cannot be understood. IPython shows it as one line.
    """
    try:
        arguments = shlex.split(line)
    except ValueError as error:
        raise UsageError(f"%build_extension: {str(error).lower()} in `{line}`; close every quote.") from error
    parser = _Parser(prog="%build_extension", add_help=False, allow_abbrev=False)
    parser.add_argument("crate", nargs="?")
    parser.add_argument("--profile", default="release", metavar="NAME")
    parser.add_argument("--features", action="append", default=[], metavar="A,B")
    parser.add_argument("--no-default-features", action="store_true")
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--install", action="store_true")
    parser.add_argument("--replace", action="store_true")
    parser.add_argument("--quiet", action="store_true")
    options, rest = parser.parse_known_args(arguments)
    if rest:
        unknown = next((argument for argument in rest if argument.startswith("-")), None)
        if unknown is not None:
            parser.error(f"there is no option {unknown}")
        parser.error(
            f"it builds one crate, and these are {len(rest) + 1} names; put a path with spaces in quotes"
        )
    return options
