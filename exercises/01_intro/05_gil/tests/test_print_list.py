"""What `print_numbers` promises when it works on the list itself."""

import pytest
from list_printer import print_numbers


def printed(capfd, numbers):
    """Call `print_numbers` and return the lines that reached file descriptor 1."""
    try:
        result = print_numbers(numbers)
    except (TypeError, OverflowError) as error:
        pytest.fail(f"print_numbers({numbers!r}) was refused: {error}")
    assert result is None, f"print_numbers prints and returns None, but it returned {result!r}"
    return capfd.readouterr().out.splitlines()


def test_each_number_gets_its_own_line(capfd):
    lines = printed(capfd, [3, 1, 3, 2])
    assert lines == ["3", "1", "3", "2"], f"expected each number on a line of its own, got the lines {lines}"


def test_an_empty_list_prints_nothing(capfd):
    lines = printed(capfd, [])
    assert lines == [], f"an empty list has nothing to print, got the lines {lines}"


@pytest.mark.parametrize("number", [-7, 2**64, 10**40])
def test_integers_of_any_size_are_printed(capfd, number):
    lines = printed(capfd, [number])
    assert lines == [str(number)], f"expected {number}, got the lines {lines}"


@pytest.mark.parametrize("other", [(1, 2), range(3), {1, 2}, {1: 2}, "12", 5, None], ids=repr)
def test_anything_but_a_list_is_a_type_error(other):
    try:
        print_numbers(other)
    except TypeError:
        return
    pytest.fail(f"print_numbers was given a {type(other).__name__} and took it for a list")


@pytest.mark.parametrize("wrong", [1.5, "2", None, [3]], ids=repr)
def test_an_element_that_is_not_an_integer_is_a_type_error(wrong):
    outcome = "nothing was raised"
    try:
        print_numbers([1, wrong])
    except TypeError:
        return
    except BaseException as error:  # noqa: BLE001 - a panic reaches Python as no Exception
        outcome = f"a {type(error).__name__} came back"
    pytest.fail(f"[1, {wrong!r}] should be refused with a TypeError, but {outcome}")


def test_the_list_stays_as_it_was(capfd):
    numbers = [5, 10**40, 6]
    printed(capfd, numbers)
    assert numbers == [5, 10**40, 6], f"printing must not change the list, but it is {numbers} now"
