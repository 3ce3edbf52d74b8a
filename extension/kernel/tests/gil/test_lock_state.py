"""The interpreter's own record of the lock."""

from __future__ import annotations

import subprocess
import sys

from jupyterlab_maturin.gil.lock_state import current_thread_state, find_lock_state


def test_the_record_shows_this_thread_as_the_holder() -> None:
    state = find_lock_state()
    assert state is not None
    assert state.taken
    assert state.holder == current_thread_state()


COUNTING = """
import threading, time
from jupyterlab_maturin.gil.lock_state import find_lock_state

state = find_lock_state()
before = state.switches
time.sleep(0.001)
alone = state.switches - before
thread = threading.Thread(target=lambda: None)
thread.start()
thread.join()
print(alone, state.switches - before)
"""


def test_the_count_moves_when_another_thread_takes_the_lock_and_only_then() -> None:
    # In a process of its own: here, threads that other tests left waiting may wake at any time.
    ran = subprocess.run([sys.executable, "-c", COUNTING], capture_output=True, text=True, check=True)
    alone, with_a_thread = map(int, ran.stdout.split())
    assert alone == 0
    assert with_a_thread >= 2
