"""Published packages, built and reloaded as a user would: what followed, what was reported, what was old in silence.

    python benchmarks/published_packages [--work FOLDER] [NAME ...]

For each package of ``packages.py``: its sdist from PyPI is built by ``%build_extension`` in a kernel, imported as its README
does, and kept in variables, containers, classes, closures and a module of the user's. Then the Rust is edited, the Python is
edited, the Rust is broken and mended. After each build, ``still_old.py`` looks for itself what is old, and that is compared
with what the output said. The package's own tests run against the first build, and against the second one, both in a fork of
the kernel (the modules exactly as they are after the reload) and in a Python that the kernel starts.

Prints a table in Markdown, and a list of what is wrong; returns 1 when there is anything in it. Downloads and
target directories stay in the folder for the next run.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

import sources
from packages import PACKAGES
from trial import ROOT, Row, Trial

COLUMNS = (
    "package",
    "layout",
    "PyO3",
    "builds (s): first, second",
    "followed",
    "reported",
    "old in silence",
    "its tests: first build, second in the kernel, second in a child",
)


def main() -> int:
    """Try the packages; return 1 when something was wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="the packages to try; all if you name none")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "published-packages")
    options = parser.parse_args()
    unknown = set(options.names) - {package.name for package in PACKAGES}
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))} in packages.py")
    chosen = [package for package in PACKAGES if not options.names or package.name in options.names]
    work = options.work.resolve()
    needs = sources.install_for_tests(PACKAGES, work)
    rows = []
    for package in chosen:
        print(f"{package.name} {package.version} ...", file=sys.stderr, flush=True)
        row = Trial(package, work, environment(work), needs).run()
        rows.append(row)
        for line in wrong(row):
            print(f"  {line}", file=sys.stderr, flush=True)
    print_table(rows)
    return 1 if any(wrong(row) for row in rows) else 0


def environment(work: Path) -> dict[str, str]:
    """Return the environment of the kernels: this checkout, one target directory, no settings of the user's."""
    (work / "ipython").mkdir(parents=True, exist_ok=True)
    unset = ("CARGO_PROFILE_RELEASE_INCREMENTAL", "RUSTFLAGS", "VIRTUAL_ENV", "JPY_SESSION_NAME")
    return {
        "CARGO_TARGET_DIR": str(work / "target"),
        **{name: value for name, value in os.environ.items() if name not in unset},
        "IPYTHONDIR": str(work / "ipython"),
        "PYTHONPATH": str(ROOT / "extension" / "kernel"),
    }


def wrong(row: Row) -> list[str]:
    """Return what must not be, a line each."""
    return [*(f"old in silence: {one}" for one in row.unreported), *row.faults]


def print_table(rows: list[Row]) -> None:
    """Print the table, and below it what is wrong."""
    print("| " + " | ".join(COLUMNS) + " |")
    print("| " + " | ".join("---" for _ in COLUMNS) + " |")
    for row in rows:
        package = row.package
        cells = (
            f"{package.name} {package.version}",
            package.layout,
            row.pyo3,
            ", ".join(f"{seconds:.1f}" for seconds in row.seconds[:2]),
            str(row.followed),
            str(row.reported),
            str(len(row.unreported)),
            ", ".join(row.tests) or package.no_tests,
        )
        print("| " + " | ".join(cells) + " |")
    for row in rows:
        for line in wrong(row):
            print(f"\n- {row.package.name}: {line}", end="")
    print()


if __name__ == "__main__":
    sys.exit(main())
