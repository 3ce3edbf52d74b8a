"""What `fibonacci` promises, above all when there is no answer."""

import pytest
from fibonacci_errors import fibonacci


def failure(n):
    """Call `fibonacci`, which must raise an ordinary exception; return it."""
    try:
        result = fibonacci(n)
    except Exception as error:  # noqa: BLE001 - whatever it is, the caller judges it
        return error
    except BaseException as error:  # noqa: BLE001 - a panic reaches Python as no Exception
        pytest.fail(f"fibonacci({n!r}) panicked: {type(error).__name__}: {error}")
    return pytest.fail(f"fibonacci({n!r}) returned {len(result)} numbers and raised nothing")


def check(n, kind):
    """`fibonacci(n)` raises `kind`, and the message names `n`."""
    error = failure(n)
    assert isinstance(error, kind), (
        f"fibonacci({n!r}) should raise {kind.__name__}, not {type(error).__name__}: {error}"
    )
    assert str(n) in str(error), f"the message should name the value {n!r}, but it says: {error}"


@pytest.mark.parametrize("n", [0, 1, 2, 10, 93])
def test_the_numbers_are_still_right(n):
    expected, a, b = [], 1, 1
    for _ in range(n):
        expected.append(a)
        a, b = b, a + b
    result = fibonacci(n)
    assert result == expected, f"fibonacci({n}) should be {expected}, not {result}"


@pytest.mark.parametrize("n", ["ten", 2.5, None, [3]], ids=repr)
def test_anything_but_an_integer_is_a_type_error(n):
    check(n, TypeError)


@pytest.mark.parametrize("n", [-1, -93, -(2**70)])
def test_a_negative_is_a_value_error(n):
    check(n, ValueError)


@pytest.mark.parametrize("n", [94, 150])
def test_past_u64_is_an_overflow_error_or_right(n):
    try:
        result = fibonacci(n)
    except OverflowError as error:
        assert str(n) in str(error), f"the message should name the value {n}, but it says: {error}"
        return
    except BaseException as error:  # noqa: BLE001 - a panic reaches Python as no Exception
        pytest.fail(f"fibonacci({n}) should raise OverflowError, not {type(error).__name__}")
    # Whoever answers with larger integers has to answer right.
    assert len(result) == n, f"fibonacci({n}) has {len(result)} numbers"
    assert result[-1] == result[-2] + result[-3], f"fibonacci({n}) ends in {result[-1]}: it wrapped"


def test_a_length_beyond_any_machine_is_an_overflow_error():
    check(2**70, OverflowError)
