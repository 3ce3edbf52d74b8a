"""Get the packages' sources, and what their tests need, from PyPI."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import time
import tomllib
from collections.abc import Iterable
from pathlib import Path

from packages import Package


def unpack(package: Package, work: Path) -> Path:
    """Download the sdist unless it is there, unpack it afresh below ``work``, and return its folder."""
    archives = work / "sdists"
    folder = work / package.name
    wanted = re.sub(r"[-_.]+", "_", f"{package.name}-{package.version}")

    def found() -> Path | None:
        names = archives.glob("*.tar.gz")
        return next(
            (one for one in names if re.sub(r"[-_.]+", "_", one.name).startswith(wanted + "_tar")), None
        )

    if found() is None:
        # Without isolation, so that asking for its metadata does not install a build system for each package.
        _run(
            [
                *(sys.executable, "-m", "pip", "download", "--no-deps", "--no-build-isolation", "--quiet"),
                *("--no-binary", package.name, f"{package.name}=={package.version}", "--dest", str(archives)),
            ]
        )
    archive = found()
    if archive is None:
        raise SystemExit(f"Downloading {package.name} {package.version}: PyPI has no sdist of it.")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with tarfile.open(archive) as opened:
        opened.extractall(folder, filter="data")
    return next(one for one in folder.iterdir() if one.is_dir())


def install_for_tests(packages: Iterable[Package], work: Path) -> Path:
    """Install what the packages' tests need into a folder of its own, and return that."""
    folder = work / "for-tests"
    names = sorted({name for package in packages for name in package.needs} | {"pytest"})
    installed = folder / "installed"
    if not installed.exists() or installed.read_text() != " ".join(names):
        shutil.rmtree(folder, ignore_errors=True)
        _run([sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder), *names])
        installed.write_text(" ".join(names))
    return folder


def pyo3_version(source: Path) -> str:
    """Return the version of PyO3 in the ``Cargo.lock``."""
    locked = tomllib.loads((source / "Cargo.lock").read_text())["package"]
    return next(one["version"] for one in locked if one["name"] == "pyo3")


def replace(file: Path, old: str, new: str) -> None:
    """Replace ``old``, which must be there, and make the file newer than it was, so that cargo notices."""
    text = file.read_text()
    if old not in text:
        raise SystemExit(f"Editing {file}: it does not contain {old!r}.")
    write(file, text.replace(old, new))


def write(file: Path, text: str) -> None:
    """Write the file, newer than it was."""
    before = file.stat().st_mtime_ns
    file.write_text(text)
    after = max(time.time_ns(), before + 1_000_000)
    os.utime(file, ns=(after, after))


def _run(command: list[str]) -> None:
    # maturin is beside this Python, which need not be the one that the shell has activated.
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
    }
    ended = subprocess.run(
        command, check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True, env=environment
    )
    if ended.returncode:
        raise SystemExit(f"{' '.join(command)}:\n{ended.stderr[-2_000:]}")
