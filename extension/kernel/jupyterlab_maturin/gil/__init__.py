"""The GIL lab: see who holds the lock, and prove who lets it go."""

from .compare import Comparison, Timing, compare
from .coverage import GilCoverage, computes_without_gil
from .probe import GilProbe, releases_gil
from .scaling import Run, Scaling, in_processes, scaling, takes_threads
from .timeline import Segment, Timeline, timeline

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
