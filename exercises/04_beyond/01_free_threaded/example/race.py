"""Four threads count hits at the same time: 400,000 in each of two ways."""

import sys
import threading

from visits_example import atomic_hit, hit


def many_hits():
    """Count 100,000 hits in both ways."""
    for _ in range(100_000):
        hit()
        atomic_hit()


threads = [threading.Thread(target=many_hits) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()  # from before 3.13, every Python has one
print(f"GIL: {'yes' if has_gil else 'no'}, static mut: {hit() - 1:,}, atomic: {atomic_hit() - 1:,}")
