"""What two hundred reloads leave behind, and how long the search for what is still old takes.

Builds a small crate of each layout once, and loads copies of that generation into one process: a library that was
loaded before has to be another file. Each reload is followed by a look at a name that was imported before the first.

Prints, for each layout, the open file descriptors before and after, the resident memory that a reload adds, and the
median and longest time of a reload in milliseconds. Then the time of the search when the user's variables hold 100,000
objects, of which the last one is old: the search may take 50 ms, and says when it stopped early.

    python benchmarks/reloads.py [--reloads 200] [--objects 100000]
"""

from __future__ import annotations

import argparse
import gc
import importlib
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil

REPOSITORY = Path(__file__).parents[1]
sys.path[:0] = [str(REPOSITORY / "extension" / "kernel"), str(REPOSITORY / "extension" / "kernel" / "tests")]

from kernel_support.crates import Crate

import jupyterlab_maturin
from jupyterlab_maturin.reload.holders import search
from jupyterlab_maturin.reload.load import load

#: The namespace that the names are in; `load` gets it as the notebook's.
user: dict[str, Any] = {}


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reloads", type=int, default=200)
    parser.add_argument("--objects", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for crate in (
            Crate.pure(Path(folder) / "plain", "plain"),
            Crate.mixed(Path(folder) / "blend", "blend"),
        ):
            copies = _Copies(crate)
            _reloads(copies, options.reloads)
            _search(copies, options.objects)


class _Copies:
    """A generation, and as many copies of it as are asked for."""

    def __init__(self, crate: Crate) -> None:
        build = jupyterlab_maturin.build_extension(crate.path, quiet=True)
        self.name = build.module
        self._generation = build.generation
        self._directory = Path(build.library)
        while self._directory.name != str(build.generation):
            self._directory = self._directory.parent
        self._library = Path(build.library).relative_to(self._directory)
        self._original = crate.path / "generation"  # the first one is removed when newer ones have come
        shutil.copytree(self._directory, self._original)
        self._manifest = str(build.manifest)

    def load(self) -> tuple[float, list[str]]:
        """Load one more copy; return the milliseconds that it took, and what the report says besides."""
        self._generation += 1
        copy = self._directory.with_name(str(self._generation))
        shutil.copytree(self._original, copy)
        began = time.perf_counter()
        report = load(self.name, self._generation, copy, copy / self._library, self._manifest, user)
        return (time.perf_counter() - began) * 1000, report.notes


def _reloads(copies: _Copies, reloads: int) -> None:
    process = psutil.Process()
    module = importlib.import_module(copies.name)
    user["answer"] = module.answer
    for _ in range(5):  # caches that are filled once
        copies.load()
    gc.collect()
    descriptors, memory = process.num_fds(), process.memory_info().rss
    times = []
    for _ in range(reloads):
        before = id(user["answer"])
        times.append(copies.load()[0])
        assert id(user["answer"]) != before and user["answer"]() == 1
    gc.collect()
    grown = (process.memory_info().rss - memory) / reloads / 1024
    print(
        f"{copies.name}: {reloads} reloads, file descriptors {descriptors} -> {process.num_fds()}, "
        f"{grown:.0f} KiB a reload, median {statistics.median(times):.1f} ms, longest {max(times):.1f} ms"
    )


def _search(copies: _Copies, objects: int) -> None:
    limit = search.LONGEST * 1000
    user["table"] = [{"row": number, "cells": [number]} for number in range(objects // 2)]
    for position in ("first", "last"):
        user["holder"] = [user["answer"]]
        user["table"][0 if position == "first" else -1]["cells"] = [user["answer"]]
        took, notes = copies.load()
        said = "and said so" if notes else "to its end"
        print(
            f"{copies.name}: a reload with {objects:,} objects in the variables, one of them old in the {position} row: "
            f"{took:.0f} ms, of which the search may take {limit:.0f}; it went {said}"
        )
    user.clear()


if __name__ == "__main__":
    main()
