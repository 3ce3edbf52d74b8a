"""What `fibonacci` promises."""

import pytest
from fibonacci_list import fibonacci


def expected(n):
    """The first n Fibonacci numbers, in Python's integers."""
    numbers = []
    a, b = 1, 1
    for _ in range(n):
        numbers.append(a)
        a, b = b, a + b
    return numbers


def test_the_result_is_a_list_of_integers():
    result = fibonacci(5)
    assert type(result) is list, f"Python should get a list, but got {result!r}"
    assert all(type(number) is int for number in result), f"every element should be an int: {result!r}"


@pytest.mark.parametrize(("n", "numbers"), [(0, []), (1, [1]), (2, [1, 1])])
def test_the_short_ones(n, numbers):
    result = fibonacci(n)
    assert result == numbers, f"the first {n} Fibonacci numbers are {numbers}, not {result}"


def test_every_number_is_the_sum_of_the_two_before():
    result = fibonacci(10)
    assert result == expected(10), f"expected {expected(10)}, got {result}"


def test_all_that_fit_in_u64():
    result = fibonacci(93)
    assert len(result) == 93, f"fibonacci(93) should have 93 elements, it has {len(result)}"
    for place, (got, right) in enumerate(zip(result, expected(93), strict=True), start=1):
        assert got == right, f"Fibonacci number {place} is {right}, got {got}"


def test_each_call_makes_a_new_list():
    first = fibonacci(3)
    first.append("mine")
    again = fibonacci(3)
    assert again == [1, 1, 2], f"a caller's change showed up in the next call: {again}"
