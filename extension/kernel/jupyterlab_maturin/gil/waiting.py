"""How often a thread had to wait, as the system counts it."""

from __future__ import annotations

import resource


def own_waits() -> int | None:
    """How often the calling thread has waited for something: each sleep once, and each time that the lock was taken.

    None where the system keeps no such count for a thread (anywhere but on Linux).
    """
    if not hasattr(resource, "RUSAGE_THREAD"):
        return None
    return resource.getrusage(resource.RUSAGE_THREAD).ru_nvcsw
