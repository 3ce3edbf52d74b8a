"""The GIL lab: see which thread holds the GIL, and prove whether a call releases it.

Each name is imported when it is first used, because the charts, the child processes and ctypes would otherwise slow
down every notebook that only loads the magics.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jupyterlab_maturin.gil.probe.computes_without_gil import GilCoverage, computes_without_gil
    from jupyterlab_maturin.gil.probe.releases_gil import GilProbe, releases_gil
    from jupyterlab_maturin.gil.speed.compare import Comparison, Timing, compare
    from jupyterlab_maturin.gil.speed.scaling import Run, Scaling, in_processes, scaling, takes_threads
    from jupyterlab_maturin.gil.timelines.segments import Segment
    from jupyterlab_maturin.gil.timelines.timeline import Timeline, timeline

__all__ = [
    "Comparison",
    "GilCoverage",
    "GilProbe",
    "Run",
    "Scaling",
    "Segment",
    "Timeline",
    "Timing",
    "compare",
    "computes_without_gil",
    "in_processes",
    "releases_gil",
    "scaling",
    "takes_threads",
    "timeline",
]

# No file or folder right below this package may be called like one of these names: importing it would hide the name.
_MODULE_OF = {
    name: module
    for module, names in {
        "probe.computes_without_gil": ("GilCoverage", "computes_without_gil"),
        "probe.releases_gil": ("GilProbe", "releases_gil"),
        "speed.compare": ("Comparison", "Timing", "compare"),
        "speed.scaling": ("Run", "Scaling", "in_processes", "scaling", "takes_threads"),
        "timelines.segments": ("Segment",),
        "timelines.timeline": ("Timeline", "timeline"),
    }.items()
    for name in names
}


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_MODULE_OF[name]}"), name)


def __dir__() -> list[str]:
    return __all__
