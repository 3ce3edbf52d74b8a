"""What nth_prime has to do, and when it has to let other Python threads run."""

import pytest
from patient_primes import nth_prime

from jupyterlab_maturin.gil import computes_without_gil, releases_gil

# The probe needs a call that takes a while. A search faster than trying every divisor is welcome: it gets more work.
MORE_AND_MORE_WORK = (30_000, 300_000)


def probed(probe):
    """Return what `probe` finds out about nth_prime, on the first n that gives it enough time to look."""
    for n in MORE_AND_MORE_WORK:
        found = probe(nth_prime, n)
        if found.state != "inconclusive":
            return found
    pytest.fail(f"the probe could not tell whether nth_prime releases the GIL: {found.reason}")


def test_the_first_ten_primes():
    first_ten = [nth_prime(n) for n in range(1, 11)]
    assert first_ten == [2, 3, 5, 7, 11, 13, 17, 19, 23, 29], "counting starts at 1: nth_prime(1) is 2"


@pytest.mark.parametrize(("n", "prime"), [(100, 541), (1_000, 7_919), (10_000, 104_729)])
def test_a_later_prime(n, prime):
    found = nth_prime(n)
    assert found == prime, f"nth_prime({n}) is {prime}, not {found}"


def test_zero_is_a_value_error():
    try:
        answer = nth_prime(0)
    except ValueError as error:
        assert "0" in str(error), f"the message should name the number that was refused, but it is: {error}"
    except BaseException as error:  # noqa: BLE001 - a panic reaches Python as no Exception
        pytest.fail(f"nth_prime(0) should raise ValueError, but it raised {type(error).__name__}: {error}")
    else:
        pytest.fail(f"nth_prime(0) should raise ValueError, but it returned {answer}")


def test_a_negative_number_is_refused():
    with pytest.raises((OverflowError, ValueError)):
        nth_prime(-1)


def test_another_thread_can_run_during_the_call():
    probe = probed(releases_gil)
    assert probe, f"no other Python thread could run while nth_prime was at work ({probe.reason})"


def test_the_search_runs_without_the_gil():
    probe = probed(computes_without_gil)
    assert probe, (
        f"nth_prime should search without the GIL, and not only release it for a moment ({probe.reason})"
    )
