"""What a `ShoppingOrder` shows to Python, and what it keeps from it."""

import pickle

import order_form
import pytest


@pytest.fixture
def order():
    return order_form.new_order("tea", 450, 2)


def read(order, attribute):
    """Read an attribute that has to be readable."""
    try:
        return getattr(order, attribute)
    except AttributeError as error:
        return pytest.fail(f"order.{attribute} should be readable, but Python says: {error}")


def test_the_function_makes_a_shopping_order(order):
    name = type(order).__name__
    assert name == "ShoppingOrder", f"new_order should make a ShoppingOrder, and it makes a {name}"


@pytest.mark.parametrize(("attribute", "expected"), [("name", "tea"), ("price", 450), ("quantity", 2)])
def test_everything_can_be_read(order, attribute, expected):
    value = read(order, attribute)
    assert value == expected, (
        f'after new_order("tea", 450, 2), order.{attribute} should be {expected!r}, not {value!r}'
    )


@pytest.mark.parametrize(("attribute", "value"), [("name", "coffee"), ("price", 1)])
def test_name_and_price_are_read_only(order, attribute, value):
    before = read(order, attribute)
    with pytest.raises(AttributeError):
        setattr(order, attribute, value)
        pytest.fail(f"order.{attribute} = {value!r} should be refused, but the order took it")
    assert read(order, attribute) == before


def test_the_quantity_can_be_changed(order):
    try:
        order.quantity = 5
    except AttributeError as error:
        pytest.fail(f"order.quantity = 5 should work, but Python says: {error}")
    now = read(order, "quantity")
    assert now == 5, f"after order.quantity = 5 it should be 5, and it is {now}"


def test_each_order_is_its_own(order):
    other = order_form.new_order("scones", 320, 6)
    other.quantity = 7
    assert read(order, "quantity") == 2, "changing one order should leave the other alone"
    assert read(other, "name") == "scones", "the second order should have a name of its own"


def test_the_module_exports_the_class(order):
    assert hasattr(order_form, "ShoppingOrder"), (
        "order_form.ShoppingOrder should exist: people want it for isinstance and for type hints"
    )
    assert isinstance(order, order_form.ShoppingOrder), (
        "what new_order makes should be an order_form.ShoppingOrder"
    )


def test_the_class_says_where_it_belongs(order):
    module = type(order).__module__
    assert module == "order_form", f"the class should say that it comes from order_form, and it says {module}"
    assert pickle.loads(pickle.dumps(type(order))) is type(order)
