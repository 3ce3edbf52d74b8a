"""Measure how often the probes are right: `python benchmarks/gil_probe_accuracy.py [TRIES]`, by default 200 per case.

Each case is a function of which it is known what it does with the GIL. It is probed on the idle machine and beside four
busy processes.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from typing import Any

from gil_benchmark_setup import built_cases, busy

from jupyterlab_maturin.gil import computes_without_gil, releases_gil


def main(tries: int) -> None:
    """Print a line for each case: how many answers were right, and what the others were."""
    with built_cases() as cases:
        probed: list[tuple[str, Callable[[], Any], str]] = [
            (name, lambda name=name, args=args: releases_gil(getattr(cases, name), *args), state)
            for name, args, state in [
                ("hold", (20,), "held"),
                ("release", (20,), "released"),
                ("release_first_tenth", (20,), "released"),
                ("release_at_the_end", (20, 70), "released"),
                ("release_at_the_end", (20, 1), "released"),
                ("retake_each", (20,), "released"),
                ("sleep_held", (20,), "held"),
                ("sleep_released", (20,), "released"),
                ("release_in_threads", (20,), "released"),
                ("return_at_once", (), "inconclusive"),
            ]
        ]
        covered: list[tuple[str, Callable[[], Any], str]] = [
            (name, lambda name=name: computes_without_gil(getattr(cases, name), 50), state)
            for name, state in [
                ("hold", "held"),
                ("release", "released"),
                ("release_first_tenth", "held"),
                ("release_at_the_end", "held"),
                ("retake_each", "released"),
                ("sleep_held", "held"),
                ("sleep_released", "released"),
                ("release_in_threads", "released"),
            ]
        ]
        for title, questions, share in (("releases_gil", probed, 1), ("computes_without_gil", covered, 4)):
            for beside in (0, 4):
                print(f"\n{title}, {'idle' if not beside else f'beside {beside} busy processes'}")
                with busy(beside):
                    for name, probe, state in questions:
                        answers = Counter(probe().state for _ in range(tries // share))
                        right = answers.pop(state, 0)
                        print(
                            f"  {name:22} {state:13} {right:4} of {tries // share}  {dict(answers) or ''}",
                            flush=True,
                        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
