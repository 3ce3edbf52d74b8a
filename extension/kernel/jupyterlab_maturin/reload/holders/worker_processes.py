"""Find the processes below this one that imported an earlier generation and go on with it: workers of a pool, of joblib, of Dask."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from jupyterlab_maturin.reload.report import Stale

#: Seconds of processor time that the search may take. A process takes half a millisecond.
LONGEST = 0.1
STOPPED_EARLY = (
    f"The search for worker processes that go on with an older build stopped after {LONGEST * 1000:.0f} ms."
)

#: How each package that keeps worker processes starts them again, by the module that is imported where it is in use.
_RESTART = {
    "distributed": "Dask: `client.restart()`",
    "joblib.externals.loky": "joblib: `joblib.externals.loky.get_reusable_executor().shutdown()`",
}


def old_workers(top: str, newest: Path) -> tuple[list[Stale], bool]:
    """Find the processes below this one that go on with an earlier generation of ``top``.

    What a process imported is known from the libraries that it has mapped, on Linux; elsewhere nothing is found. A process
    that was forked has the libraries of all generations that its parent had, so the newest of them counts.

    Args:
        top: the module's name.
        newest: the folder of the generation that was loaded; the earlier ones are beside it.

    Returns:
        An entry for each earlier generation; and False when time was up before every process was looked at.
    """
    deadline = time.thread_time() + LONGEST
    by_generation: dict[int, list[int]] = {}
    complete = True
    for process in _below(os.getpid()):
        if time.thread_time() > deadline:
            complete = False
            break
        mapped = _mapped_generations(process, newest.parent)
        if mapped and str(max(mapped)) != newest.name:
            by_generation.setdefault(max(mapped), []).append(process)
    return [_entry(top, number, found) for number, found in sorted(by_generation.items())], complete


def _entry(top: str, generation: int, processes: list[int]) -> Stale:
    numbers = ", ".join(map(str, processes[:8])) + (" …" if len(processes) > 8 else "")
    where, it_is = ("process", "it is") if len(processes) == 1 else ("processes", "they are")
    ways = ["a new pool", *(way for module, way in _RESTART.items() if module in sys.modules)]
    reason = f"build {generation} runs there until {it_is} started again ({'; '.join(ways)})"
    return Stale(top, f"{where} {numbers}", reason)


def _below(root: int) -> Iterator[int]:
    """Yield the processes that ``root`` started, and those that these started."""
    children: dict[int, list[int]] = {}
    for entry in os.listdir("/proc") if sys.platform == "linux" else ():
        if entry.isdecimal():
            try:
                # The second field is the program's name, in parentheses, and may hold anything; the fourth is the parent.
                with open(f"/proc/{entry}/stat", "rb") as file:
                    parent = int(file.read().rpartition(b")")[2].split()[1])
            except (OSError, IndexError, ValueError):
                continue  # it has ended
            children.setdefault(parent, []).append(int(entry))
    waiting = [root]
    while waiting:
        for child in children.get(waiting.pop(), ()):
            waiting.append(child)
            yield child


def _mapped_generations(process: int, folder: Path) -> set[int]:
    """Return the numbers of the generations in ``folder`` whose libraries ``process`` has mapped."""
    try:
        with open(f"/proc/{process}/maps", "rb") as file:
            maps = file.read()
    except OSError:
        return set()
    beginning = os.fsencode(f"{folder}{os.sep}")
    return {
        int(number) for part in maps.split(beginning)[1:] if (number := part.partition(b"/")[0]).isdigit()
    }
