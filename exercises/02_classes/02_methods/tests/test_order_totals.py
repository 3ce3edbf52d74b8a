"""What a `ShoppingOrder` can do."""

import pytest
from order_totals import ShoppingOrder

LARGEST = 2**64 - 1


def call(order, method, *args):
    """Call a method that has to be there. A panic is a failure of its own."""
    given = ", ".join(map(repr, args))
    assert hasattr(order, method), f"a ShoppingOrder should have a method {method}, and it has none"
    try:
        return getattr(order, method)(*args)
    except Exception:
        raise
    except BaseException as error:  # noqa: BLE001 - a panic reaches Python as no Exception
        return pytest.fail(f"{method}({given}) panicked: {error}")


def overflow(order, method, *args):
    """Call a method that must raise OverflowError; return the message."""
    try:
        result = call(order, method, *args)
    except OverflowError as error:
        return str(error)
    return pytest.fail(
        f"{method} should raise OverflowError for {order.quantity} pieces at {order.price} cents, "
        f"but it returned {result!r}"
    )


@pytest.mark.parametrize(
    ("price", "quantity", "expected"), [(450, 2, 900), (450, 0, 0), (1, LARGEST, LARGEST)]
)
def test_the_total_is_price_times_quantity(price, quantity, expected):
    total = call(ShoppingOrder("tea", price, quantity), "total")
    assert total == expected, f"{quantity} at {price} cents each should cost {expected}, not {total}"


@pytest.mark.parametrize(("price", "quantity"), [(2, 2**63), (LARGEST, LARGEST)])
def test_a_total_that_does_not_fit_is_an_overflow_error(price, quantity):
    overflow(ShoppingOrder("tea", price, quantity), "total")


def test_add_raises_the_quantity():
    order = ShoppingOrder("tea", 450, 2)
    result = call(order, "add", 3)
    assert order.quantity == 5, f"after add(3) a quantity of 2 should be 5, and it's {order.quantity}"
    assert result is None, f"add changes the order and returns None, but it returned {result!r}"


def test_the_total_follows_the_quantity():
    order = ShoppingOrder("tea", 450, 2)
    call(order, "add", 2)
    total = call(order, "total")
    assert total == 1800, f"4 at 450 cents each should cost 1800, not {total}"


def test_adding_too_many_is_an_overflow_error_and_changes_nothing():
    order = ShoppingOrder("tea", 1, LARGEST)
    overflow(order, "add", 1)
    assert order.quantity == LARGEST, (
        f"a refused add should leave the quantity alone, but now it's {order.quantity}"
    )


@pytest.mark.parametrize("name", ["tea", "O'Brien", 'Earl "Grey"', "back\\slash", "two\nlines"], ids=repr)
def test_the_repr_is_the_call_that_makes_the_order(name):
    text = repr(ShoppingOrder(name, 450, 2))
    assert "object at 0x" not in text, (
        "there should be a __repr__. So far Python shows its own text, `<… object at 0x…>`"
    )
    try:
        parts = eval(text, {"ShoppingOrder": lambda name, price, quantity: (name, price, quantity)})
    except (SyntaxError, NameError, TypeError) as error:
        pytest.fail(f"repr should read like the call that makes the order, and it says {text}: {error}")
    assert parts == (name, 450, 2), f"repr should show {(name, 450, 2)}, and it says {text}"


def test_equal_orders_are_equal():
    assert ShoppingOrder("tea", 450, 2) == ShoppingOrder("tea", 450, 2), (
        "two orders with the same name, price and quantity should be equal"
    )


@pytest.mark.parametrize("other", [("coffee", 450, 2), ("tea", 451, 2), ("tea", 450, 3)], ids=repr)
def test_a_difference_in_one_field_is_a_difference(other):
    assert ShoppingOrder("tea", 450, 2) != ShoppingOrder(*other), (
        f"ShoppingOrder('tea', 450, 2) and ShoppingOrder{other} should not be equal"
    )


@pytest.mark.parametrize("other", ["tea", 900, None], ids=repr)
def test_an_order_equals_nothing_else(other):
    assert (ShoppingOrder("tea", 450, 2) == other) is False, f"an order should not be equal to {other!r}"


def test_python_sees_what_it_should_and_no_more():
    shown = [name for name in dir(ShoppingOrder) if not name.startswith("_")]
    assert shown == ["add", "name", "price", "quantity", "total"], (
        f"Python should see add, name, price, quantity and total, and it sees {shown}"
    )
