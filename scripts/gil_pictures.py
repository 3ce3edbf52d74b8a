"""Make docs/images/gil-*.png: `python scripts/gil_pictures.py`.

Builds exercises/gil_lab, runs what the GIL lab's notebook shows, and writes each chart on white and on JupyterLab's dark
background. Run it on a quiet machine; the verdicts that it prints say when it was not.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "extension" / "kernel"))

PAPERS = {"light": "white", "dark": "#111111"}


def main() -> None:
    """Build, measure, draw."""
    with tempfile.TemporaryDirectory() as folder:
        sys.path.insert(0, build(Path(folder)))
        from gil_lab import primes_held, primes_in_threads, primes_released, primes_released_first

        from jupyterlab_maturin.gil import compare, in_processes, scaling, takes_threads, timeline

        limit = 300_000
        draw("timeline-held", timeline(primes_held, 1_000_000))
        draw("timeline-released", timeline(primes_released, 1_000_000))
        draw("timeline-first-tenth", timeline(primes_released_first, 1_000_000))
        versus = {
            "held": primes_held,
            "processes": in_processes(primes_held),
            "Rust threads": takes_threads(primes_in_threads),
        }
        draw("scaling", scaling(primes_released, limit, versus=versus))
        draw("compare", compare({"held": primes_held, "released": primes_released}, 20_000))


def build(folder: Path) -> str:
    """Build the crate for this interpreter; returns the folder to import it from."""
    command = [
        sys.executable,
        "-m",
        "maturin",
        "build",
        "--release",
        "--quiet",
        "--interpreter",
        sys.executable,
    ]
    subprocess.run([*command, "--out", str(folder)], cwd=ROOT / "exercises" / "gil_lab", check=True)
    [wheel] = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return str(folder / "site")


def draw(name: str, result) -> None:
    """Write the chart of a result, on both papers."""
    import vl_convert

    print(name, result.verdict(), sep=": ")
    for theme, paper in PAPERS.items():
        spec = {**result.chart().to_dict(), "background": paper, "padding": 16}
        target = ROOT / "docs" / "images" / f"gil-{name}-{theme}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(vl_convert.vegalite_to_png(spec, vl_version="5.20", scale=1.5))


# Processes are spawned, and import this file again.
if __name__ == "__main__":
    main()
