"""What max_k has to do."""

import random

import pytest
from high_scores import max_k


def refusal(*args):
    """Return the exception that max_k raises for these arguments; fail when it returns."""
    try:
        answer = max_k(*args)
    except BaseException as error:  # noqa: BLE001 - a panic reaches Python as no Exception
        return error
    pytest.fail(f"max_k{args} should raise an exception, but it returned {answer}")


def test_the_three_largest_come_largest_first():
    assert max_k([3, 1, 4, 15, 9, 2, 6], 3) == [15, 9, 6], "the three largest, and the largest of them first"


def test_a_repeated_number_counts_twice():
    assert max_k([2, 7, 1, 7, 5], 3) == [7, 7, 5], (
        "7 stands in the list twice, so it is among the three largest twice"
    )


def test_none_of_them():
    assert max_k([1, 2, 3], 0) == []
    assert max_k([], 0) == []


def test_all_of_them():
    assert max_k([2, 3, 1], 3) == [3, 2, 1], "with k as long as the list, it is the list in descending order"


def test_integers_beyond_u64():
    beyond = 2**64
    numbers = [5, beyond, beyond - 1, 7]
    assert max_k(numbers, 3) == [beyond, beyond - 1, 7], (
        "18446744073709551616 is one more than a u64 can hold"
    )


def test_very_large_integers_are_told_apart():
    numbers = [2**64 + 2, 10**40, 2**72, 2**64 + 3, 10**40 + 1, 2**71, 255 * 2**64]
    assert max_k(numbers, 7) == sorted(numbers, reverse=True), "large integers differ in all their digits"


def test_the_list_is_left_as_it_is():
    numbers = [3, 1, 2]
    max_k(numbers, 2)
    assert numbers == [3, 1, 2], "the caller's list has changed"


@pytest.mark.parametrize("negative", [-1, -(2**63), -(2**70)])
def test_a_negative_number_is_a_value_error(negative):
    error = refusal([4, negative, 5], 1)
    assert type(error) is ValueError, f"a negative number is a ValueError, not {error!r}"
    assert str(negative) in str(error), f"the message should name {negative}, but it is: {error}"


def test_more_than_there_are_is_a_value_error():
    error = refusal([10, 20], 3)
    assert type(error) is ValueError, f"asking for 3 of 2 numbers is a ValueError, not {error!r}"
    assert "3" in str(error) and "2" in str(error), (
        f"the message should name both 3 and 2, but it is: {error}"
    )


def test_anything_but_an_integer_is_a_type_error():
    for stranger in ("7", 7.5, None):
        error = refusal([1, stranger], 1)
        assert type(error) is TypeError, f"{stranger!r} in the list is a TypeError, not {error!r}"


def test_a_negative_k_is_refused():
    error = refusal([1, 2, 3], -1)
    assert isinstance(error, (OverflowError, ValueError)), f"k = -1 makes no sense, but it raised {error!r}"


def test_like_sorting_in_python():
    dice = random.Random(8)
    for _ in range(200):
        numbers = [dice.getrandbits(dice.choice((3, 16, 64, 65, 200))) for _ in range(dice.randrange(40))]
        k = dice.randint(0, len(numbers))
        assert max_k(numbers, k) == sorted(numbers, reverse=True)[:k], f"wrong for k = {k} and {numbers}"
