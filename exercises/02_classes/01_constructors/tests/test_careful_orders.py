"""What a `ShoppingOrder` accepts, and what it refuses."""

import pytest
from careful_orders import ShoppingOrder


def accepted(*args, **kwargs):
    """Make an order that makes sense."""
    try:
        return ShoppingOrder(*args, **kwargs)
    except (TypeError, ValueError, OverflowError) as error:
        given = ", ".join([*map(repr, args), *(f"{name}={value!r}" for name, value in kwargs.items())])
        return pytest.fail(f"ShoppingOrder({given}) makes sense, but it was refused: {error}")


def refused(*args):
    """Try to make an order that makes no sense; return the exception."""
    given = ", ".join(map(repr, args))
    try:
        ShoppingOrder(*args)
    except Exception as error:  # noqa: BLE001 - whatever it is, the caller judges it
        assert "cannot create" not in str(error), f"ShoppingOrder has no constructor yet: {error}"
        return error
    except BaseException as error:  # noqa: BLE001 - a panic reaches Python as no Exception
        pytest.fail(f"ShoppingOrder({given}) panicked instead of raising ValueError: {error}")
    return pytest.fail(f"ShoppingOrder({given}) makes no sense, but it was accepted")


def test_python_can_make_an_order():
    order = accepted("tea", 450, 2)
    kept = (order.name, order.price, order.quantity)
    assert kept == ("tea", 450, 2), (
        f'ShoppingOrder("tea", 450, 2) should keep what it was given, but it has {kept}'
    )


def test_arguments_may_be_named():
    order = accepted(quantity=3, name="scones", price=320)
    kept = (order.name, order.price, order.quantity)
    assert kept == ("scones", 320, 3), f"expected 3 scones for 320 cents each, but the order has {kept}"


def test_without_a_quantity_it_is_one():
    order = accepted("tea", 450)
    assert order.quantity == 1, f"an order that doesn't say how many means 1, not {order.quantity}"


def test_one_cent_and_one_piece_are_enough():
    order = accepted("candle", 1, 1)
    assert (order.price, order.quantity) == (1, 1), "1 is a good price and a good quantity"


@pytest.mark.parametrize("name", [" Earl Grey ", "x", "茶"])
def test_a_name_is_kept_as_it_was_written(name):
    order = accepted(name, 450)
    assert order.name == name, f"the name should stay {name!r}, but it is {order.name!r}"


@pytest.mark.parametrize("name", ["", " ", "\t\n  "], ids=["empty", "space", "tab-newline"])
def test_an_empty_or_blank_name_is_a_value_error(name):
    error = refused(name, 450, 2)
    assert isinstance(error, ValueError), f"a blank name should raise ValueError, not {error!r}"


def check_number(number, *args):
    error = refused(*args)
    assert isinstance(error, ValueError), (
        f"{number} as a number should raise ValueError, not {type(error).__name__}: {error}"
    )
    assert str(number) in str(error), f"the message should name {number}, but it says: {error}"


@pytest.mark.parametrize("price", [0, -1, -450, -(2**70), -(10**40)])
def test_a_price_below_one_is_a_value_error(price):
    check_number(price, "tea", price, 2)


@pytest.mark.parametrize("quantity", [0, -1, -2, -(2**70), -(10**40)])
def test_a_quantity_below_one_is_a_value_error(quantity):
    check_number(quantity, "tea", 450, quantity)


@pytest.mark.parametrize(
    "args", [("tea", "450", 2), ("tea", 4.5, 2), ("tea", 450, "2"), (None, 450, 2)], ids=repr
)
def test_a_wrong_type_is_still_a_type_error(args):
    error = refused(*args)
    assert isinstance(error, TypeError), (
        f"a wrong type should raise TypeError, not {type(error).__name__}: {error}"
    )
