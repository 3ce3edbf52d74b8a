"""The interpreter's own record of the lock."""

from __future__ import annotations

import threading
import time

from jupyterlab_maturin.gil.lock_state import current_thread_state, find_lock_state


def test_the_record_shows_this_thread_as_the_holder() -> None:
    state = find_lock_state()
    assert state is not None
    assert state.taken
    assert state.holder == current_thread_state()


def test_the_count_moves_when_another_thread_takes_the_lock_and_only_then() -> None:
    state = find_lock_state()
    assert state is not None
    before = state.switches
    time.sleep(0.001)
    assert state.switches == before
    thread = threading.Thread(target=lambda: None)
    thread.start()
    thread.join()
    assert state.switches >= before + 2
