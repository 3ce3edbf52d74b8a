"""What `print_numbers` promises.

Rust writes to file descriptor 1, not to `sys.stdout`: `capfd` captures the descriptor.
"""

import pytest
from number_printer import print_numbers


def printed(capfd, numbers):
    """Call `print_numbers` and return the lines that reached the descriptor."""
    try:
        result = print_numbers(numbers)
    except (TypeError, OverflowError) as error:
        pytest.fail(f"print_numbers({numbers!r}) was refused: {error}")
    assert result is None, f"print_numbers prints and returns None, but it returned {result!r}"
    out = capfd.readouterr().out
    assert out or not numbers, "nothing reached the output: print! keeps text in a buffer until a line ends"
    return out.splitlines()


def test_each_number_gets_its_own_line(capfd):
    lines = printed(capfd, [10, 20, 30])
    assert lines == ["10", "20", "30"], f"expected each number on a line of its own, got the lines {lines}"


def test_order_and_duplicates_are_kept(capfd):
    lines = printed(capfd, [3, 1, 3, 2])
    assert lines == ["3", "1", "3", "2"], f"expected the list's own order, got the lines {lines}"


def test_an_empty_list_prints_nothing(capfd):
    lines = printed(capfd, [])
    assert lines == [], f"an empty list has nothing to print, got the lines {lines}"


def test_the_largest_u64_fits(capfd):
    largest = 2**64 - 1
    lines = printed(capfd, [0, largest])
    assert lines == ["0", str(largest)], f"expected 0 and {largest}, got the lines {lines}"


def refusal(numbers):
    """Call `print_numbers`, which must raise; return the exception."""
    try:
        print_numbers(numbers)
    except (TypeError, OverflowError) as error:
        assert "takes no arguments" not in str(error), (
            f"print_numbers should take the numbers as its one argument: {error}"
        )
        return error
    return pytest.fail(f"print_numbers({numbers!r}) was accepted")


@pytest.mark.parametrize("wrong", [5, "12", None, [1.5], ["1"], [1, None]], ids=repr)
def test_a_wrong_type_is_a_type_error(wrong):
    error = refusal(wrong)
    assert isinstance(error, TypeError), f"expected a TypeError for {wrong!r}, got {error!r}"


@pytest.mark.parametrize("number", [-1, 2**64])
def test_a_number_outside_u64_is_an_overflow_error(number):
    error = refusal([number])
    assert isinstance(error, OverflowError), f"expected an OverflowError, got {error!r}"


def test_a_refused_list_prints_nothing(capfd):
    refusal([1, 2, -3])
    out = capfd.readouterr().out
    assert out == "", f"conversion comes before the first line is printed, yet {out!r} was printed"
