"""``%build_extension``."""

from __future__ import annotations

import argparse
import shlex
from typing import NoReturn

from IPython.core.magic import Magics, line_magic, magics_class

from jupyterlab_maturin.build.build_extension import build_extension
from jupyterlab_maturin.build.history import show_history
from jupyterlab_maturin.build.use import use_generation
from jupyterlab_maturin.usage import usage_error


@magics_class
class BuildMagics(Magics):
    """The magic that builds a crate."""

    @line_magic
    def build_extension(self, line: str) -> None:
        """Build the Rust crate beside this notebook and swap it into the running kernel.

        ::

            %build_extension [CRATE] [--profile release|dev|NAME] [--features A,B] [--no-default-features]
                             [--force] [--install] [--replace] [--quiet]
            %build_extension [CRATE] --history
            %build_extension [CRATE] --use N [--quiet]

        CRATE is a folder or a Cargo.toml; put a path with spaces in quotes. In the course, it may be the path of an
        exercise or of its example: 01_intro/04_arguments/example. Without it: the crate that holds the notebook's
        folder, else the exercise with the notebook's own path, else the only crate one level below.

        --profile NAME          the cargo profile; release if you name none
        --features A,B          cargo features to turn on
        --no-default-features   leave the crate's default features off
        --force                 build and load again even if nothing changed
        --install               also install the module into this environment (maturin develop)
        --replace               replace a module of that name that was not installed from this crate
        --quiet                 show nothing unless it fails
        --history               list the builds that are on disk, and what changed in the module's functions, classes
                                and constants from one to the next; nothing is built
        --use N                 swap build N in, without building; the next plain build builds the crate as it is

        jupyterlab_maturin.generation("MODULE", N) loads build N beside the one in use, to compare the two.
        """
        options = parse(line)
        if options.history:
            show_history(options.crate)
            return
        if options.use is not None:
            use_generation(options.crate, options.use, options.quiet)
            return
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
        raise usage_error(f"%build_extension: {message}; see %build_extension? for its options.")


def parse(line: str) -> argparse.Namespace:
    """Return the options in the text after ``%build_extension``.

    Raises:
        UsageError: they cannot be understood. IPython shows it as one line.
    """
    try:
        arguments = shlex.split(line)
    except ValueError as error:
        raise usage_error(
            f"%build_extension: {str(error).lower()} in `{line}`; close every quote."
        ) from error
    parser = _Parser(prog="%build_extension", add_help=False, allow_abbrev=False)
    parser.add_argument("crate", nargs="?")
    parser.add_argument("--profile", metavar="NAME")
    parser.add_argument("--features", action="append", default=[], metavar="A,B")
    parser.add_argument("--no-default-features", action="store_true")
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--install", action="store_true")
    parser.add_argument("--replace", action="store_true")
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("--history", action="store_true")
    parser.add_argument("--use", type=int, metavar="N")
    options, rest = parser.parse_known_args(arguments)
    if rest:
        unknown = next((argument for argument in rest if argument.startswith("-")), None)
        if unknown is not None:
            parser.error(f"there is no option {unknown}")
        parser.error(
            f"it builds one crate, and these are {len(rest) + 1} names; put a path with spaces in quotes"
        )
    _refuse_what_does_not_go_together(options, parser)
    options.profile = options.profile or "release"
    return options


def _refuse_what_does_not_go_together(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    if not options.history and options.use is None:
        return
    instead = "--history" if options.history else "--use"
    about_a_build = ("profile", "features", "no_default_features", "force", "install")
    given = [name for name in about_a_build if getattr(options, name)]
    if options.history:
        given += [name for name in ("use", "quiet") if getattr(options, name) not in (None, False)]
    if given:
        parser.error(f"{instead} builds nothing, so leave out --{given[0].replace('_', '-')}")
