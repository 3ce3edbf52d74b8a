"""The GIL lab: see who holds the lock, and prove who lets it go."""

from .coverage import GilCoverage, computes_without_gil
from .probe import GilProbe, releases_gil

__all__ = ["GilCoverage", "GilProbe", "computes_without_gil", "releases_gil"]
