"""What unique_prime_factors promises: the right factors, found without the GIL, and an error if the list changes.

`factors_of` has a gate in front of it that these tests can close. The function then waits in the middle of its work,
and a test can do what another thread might do meanwhile.
"""

import subprocess
import sys

import pytest
from factor_finder import unique_prime_factors

from jupyterlab_maturin.gil import computes_without_gil

#: Primes with 13 digits take the longest: every divisor up to a million and more is tried.
MUCH_WORK = [1_000_000_000_039, 1_000_000_000_061, 1_000_000_000_063, 1_000_000_000_091] * 4

#: Seconds. A call that holds the GIL at the gate would wait for ever, and so would the test.
PATIENCE = 20

HELD = "no other Python thread could run while a number was being factored: the GIL was held there"


@pytest.mark.parametrize(
    ("numbers", "factors"),
    [
        ([12, 35, 97], {12: [2, 3], 35: [5, 7], 97: [97]}),
        ([1], {1: []}),
        ([8, 8], {8: [2]}),
        ([], {}),
        ([2**64 - 1], {2**64 - 1: [3, 5, 17, 257, 641, 65_537, 6_700_417]}),
    ],
    ids=["three numbers", "one", "the same twice", "none", "the largest"],
)
def test_each_number_gets_its_factors(numbers, factors):
    found = unique_prime_factors(numbers)
    assert found == factors, f"unique_prime_factors({numbers}) should return {factors}, and returns {found}"


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [([6, 0], ValueError), ([6, "7"], TypeError), ([6, 7.0], TypeError), ([6, -7], OverflowError)],
    ids=["zero", "a text", "a float", "a negative number"],
)
def test_what_cannot_be_factored_is_refused(numbers, expected):
    try:
        found = unique_prime_factors(numbers)
    except BaseException as error:  # noqa: BLE001 - a panic is no Exception
        assert isinstance(error, expected), (
            f"unique_prime_factors({numbers}) should raise {expected.__name__}, but it raised {type(error).__name__}"
        )
    else:
        pytest.fail(
            f"unique_prime_factors({numbers}) should raise {expected.__name__}, but it returned {found}"
        )


MEANWHILE = """
import threading
from factor_finder import close_gate, gate_was_reached, open_gate, unique_prime_factors

numbers = [12, 35, 97]

def call():
    try:
        print("returned", unique_prime_factors(numbers))
    except BaseException as error:
        print("raised", type(error).__name__)

caller = threading.Thread(target=call)
close_gate()
caller.start()
while caller.is_alive() and not gate_was_reached():
    caller.join(0.01)
{change}
open_gate()
caller.join()
"""


waited_in_vain = False


def what_happened(change):
    """Call the function in a thread, run `change` while it computes, and return what came of the call."""
    global waited_in_vain
    if waited_in_vain:  # It would be the same again.
        pytest.fail(HELD)
    command = [sys.executable, "-c", MEANWHILE.format(change=change)]
    try:
        ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        waited_in_vain = True
        pytest.fail(HELD)
    assert ended.returncode == 0, (
        f"Python itself ended during the call, with {ended.returncode}: {ended.stderr}"
    )
    return ended.stdout.strip()


def test_another_thread_can_run_while_a_number_is_factored():
    happened = what_happened("pass")
    assert happened.startswith("returned"), (
        f"nobody touched the list, so the call should return its dict, but it {happened}"
    )


def test_the_factors_are_found_without_the_gil():
    probe = computes_without_gil(unique_prime_factors, MUCH_WORK)
    assert probe, f"most of the computing should happen without the GIL, but {probe.reason}"


@pytest.mark.parametrize("change", ["numbers.pop()", "numbers.append(6)"])
def test_a_list_that_changes_size_meanwhile_is_a_runtime_error(change):
    happened = what_happened(change)
    assert happened == "raised RuntimeError", (
        f"another thread did {change} during the call: expected a RuntimeError, but the call {happened}"
    )
