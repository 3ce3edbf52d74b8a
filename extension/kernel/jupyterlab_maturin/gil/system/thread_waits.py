"""Count how often a thread had to wait, as the operating system sees it."""

from __future__ import annotations

import resource


def own_waits() -> int | None:
    """How often the calling thread has waited: once for each sleep, and once each time it found the GIL taken.

    None where the system does not count this per thread (everywhere but on Linux).
    """
    if not hasattr(resource, "RUSAGE_THREAD"):
        return None
    return resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
