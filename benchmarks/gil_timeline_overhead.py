"""Measure how much longer a timeline makes a call of 100 ms: `python benchmarks/gil_timeline_overhead.py [ROUNDS]`.

Calls with and without a timeline take turns, and their medians are compared. The aim is less than 5 % more.
"""

from __future__ import annotations

import statistics
import sys
import threading
import time

from gil_benchmark_setup import built_cases

from jupyterlab_maturin.gil import timeline


def main(rounds: int) -> None:
    """Print the median durations and the overhead, for one thread and for two."""
    with built_cases() as cases:
        for threads in (1, 2):
            for name in ("hold", "release"):
                function = getattr(cases, name)
                alone, watched = [], []
                for _ in range(rounds):
                    alone.append(run(function, threads))
                    watched.append(timeline(function, 100, threads=threads).seconds)
                before, after = statistics.median(alone), statistics.median(watched)
                print(
                    f"{name:8} {threads} thread(s)  alone {1e3 * before:6.1f} ms  "
                    f"watched {1e3 * after:6.1f} ms  overhead {after / before - 1:+.1%}",
                    flush=True,
                )


def run(function, threads: int) -> float:
    """Seconds that calls in this many threads at once take, unwatched."""
    workers = [threading.Thread(target=function, args=(100,)) for _ in range(threads)]
    begin = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
