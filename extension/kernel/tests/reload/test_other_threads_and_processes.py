"""A swap that other threads and child processes see: nothing is missing at any moment, and old code runs on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from kernel_support.kernel import Kernel
from reload_cases.crate import EveryCrate
from reload_cases.edited import Edited

pytestmark = pytest.mark.slow

#: A hundred swaps, each to a library of its own, while one thread is in old code and another one calls the module.
HUNDRED_SWAPS = """
import os, shutil, sys, tempfile, threading
from pathlib import Path
import every
from every import one, waits, Thing
from jupyterlab_maturin.reload.load import load

errors, seen, over = [], set(), threading.Event()
reading, writing = os.pipe()
answers = []
in_old_code = threading.Thread(target=lambda: answers.append(waits(reading)))
in_old_code.start()
def calls_all_the_time():
    try:
        while not over.is_set():
            seen.add((every.one(), one(), Thing().v(), every.shapes.area(), every.child.hello()))
    except BaseException as error:
        errors.append(repr(error))
caller = threading.Thread(target=calls_all_the_time)
sys.setswitchinterval(1e-4)  # the threads take turns as often as can be, also in the middle of a swap
caller.start()

used = every.__build__
folder = next(folder for folder in used.library.parents if folder.name == str(used.generation))
swaps, descriptors = 0, []
for number in range(1000, 1100):
    copy = Path("copies", str(number)).resolve()
    shutil.copytree(folder, copy, symlinks=True)
    library = copy / used.library.relative_to(folder)
    swaps += load(used.module, number, copy, library, str(used.manifest), globals()).changed
    descriptors.append(len(os.listdir("/proc/self/fd")))
still_in_old_code = in_old_code.is_alive()
os.write(writing, b"x")
over.set()
in_old_code.join()
caller.join()
"""

NOTEBOOK = """
import os, subprocess, sys, threading
import every
from every import one, waits, counts, call, Thing

reading, writing = os.pipe()
answers = []
in_old_code = threading.Thread(target=lambda: answers.append(waits(reading)))
in_old_code.start()

generator = (one() for _ in range(3))
before_the_edit = [next(generator), counts(), counts()]
old_counts = [counts]
gate, returned = threading.Event(), []
def python_that_old_code_calls():
    gate.wait()
    return every.one()
through_old_code = threading.Thread(target=lambda: returned.append(call(python_that_old_code_calls)))
through_old_code.start()

def forked(function):
    child = os.fork()
    if child == 0:
        os._exit(function())
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
"""


@pytest.mark.slow
def test_a_hundred_swaps_beside_threads_lose_nothing(
    layout: str, start_kernel: Callable[..., Kernel], tmp_path: Path
) -> None:
    EveryCrate.first(tmp_path / "crate", layout)
    kernel = start_kernel()
    kernel.built("crate")
    ran = kernel.run(HUNDRED_SWAPS)
    assert ran.error is None, ran.error
    assert kernel.evaluate("(swaps, errors, seen)") == (100, [], {(1, 1, 1, 1, 1)})
    assert kernel.evaluate("(still_in_old_code, answers)") == (True, [1])
    assert kernel.evaluate("max(descriptors) - min(descriptors)") <= 1


@pytest.fixture
def after_the_threads(edited: Edited) -> Edited:
    """The notebook when its threads have ended."""
    ran = edited.kernel.run(
        "if in_old_code.is_alive(): os.write(writing, b'x')\nin_old_code.join()\n"
        "gate.set()\nthrough_old_code.join()"
    )
    assert ran.error is None
    return edited


def test_a_thread_in_old_code_returns_what_old_code_returns(after_the_threads: Edited) -> None:
    assert after_the_threads.value("answers") == [1]


def test_python_that_old_code_calls_sees_the_new_build(after_the_threads: Edited) -> None:
    assert after_the_threads.value("returned") == [2]


def test_a_generator_in_flight_goes_on_with_the_new_build(edited: Edited) -> None:
    assert edited.value("(before_the_edit[0], next(generator))") == (1, 2)


def test_statics_begin_anew_and_old_code_keeps_its_own(edited: Edited) -> None:
    assert edited.value("(before_the_edit[1:], old_counts[0](), counts())") == ([1, 2], 3, 1)


def test_a_forked_child_has_the_newest_build(edited: Edited) -> None:
    assert edited.value("(forked(one), forked(every.one))") == (2, 2)


def test_a_subprocess_imports_the_newest_build(edited: Edited) -> None:
    code = "import every; print(every.one(), every.shapes.area())"
    asked = (
        f"subprocess.run([sys.executable, '-c', {code!r}], capture_output=True, text=True, cwd='/').stdout"
    )
    assert edited.value(asked) == "2 2\n"


def test_after_reset_the_module_is_the_newest(edited: Edited) -> None:
    ran = edited.kernel.run(
        "get_ipython().kept = dict(get_ipython().user_ns)\nget_ipython().run_line_magic('reset', '-f')\n"
        "import every\nfrom every import one\nprint(every.one(), one())\n"
        "get_ipython().user_ns.update(get_ipython().kept)"  # the other tests need their variables
    )
    assert ran.error is None
    assert ran.text == "2 2\n"
