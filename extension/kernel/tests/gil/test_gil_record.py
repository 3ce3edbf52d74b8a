"""The interpreter's own record of the GIL."""

from __future__ import annotations

import subprocess
import sys

import pytest

from jupyterlab_maturin.gil.system.gil_record import current_thread_state, find_gil_record, read_gil_record

pytestmark = [pytest.mark.every_python, pytest.mark.quiet]


def test_the_record_shows_this_thread_as_the_holder() -> None:
    address = find_gil_record()
    assert address is not None
    record = read_gil_record(address)
    assert record.taken
    assert record.holder == current_thread_state()


COUNTING = """
import threading, time
from jupyterlab_maturin.gil.system.gil_record import find_gil_record, read_gil_record

address = find_gil_record()
before = read_gil_record(address).hand_overs
time.sleep(0.001)
alone = read_gil_record(address).hand_overs - before
thread = threading.Thread(target=lambda: None)
thread.start()
thread.join()
print(alone, read_gil_record(address).hand_overs - before)
"""


def test_the_count_moves_when_another_thread_takes_the_gil_and_only_then() -> None:
    # In a process of its own, because here threads that other tests left waiting may wake up at any time.
    ran = subprocess.run([sys.executable, "-c", COUNTING], capture_output=True, text=True, check=True)
    alone, with_a_thread = map(int, ran.stdout.split())
    assert alone == 0
    assert with_a_thread >= 2
