"""What `Discount` offers on the class itself: an attribute, a default, and a constructor that reads text."""

import pytest
from percent_off import Discount


def of_class(name):
    """Take the attribute from the class."""
    try:
        return getattr(Discount, name)
    except AttributeError:
        return pytest.fail(f"the class Discount has no attribute `{name}`")


def from_text(cls, text):
    """Call `cls.from_text(text)`, which must not raise."""
    of_class("from_text")
    try:
        return cls.from_text(text)
    except BaseException as error:  # noqa: BLE001 - a panic reaches Python as no Exception
        return pytest.fail(f"{cls.__name__}.from_text({text!r}) raised {type(error).__name__}: {error}")


def test_the_largest_discount_is_a_number_on_the_class():
    largest = of_class("LARGEST")
    assert not callable(largest), "`Discount.LARGEST` should be the number itself, and it's something to call"
    assert largest == 80, f"`Discount.LARGEST` should be 80, and is {largest!r}"


def test_the_constructor_still_stops_at_the_largest():
    assert Discount(80).percent == 80, "Discount(80) should give 80 percent"
    with pytest.raises(ValueError):
        Discount(81)
        pytest.fail("Discount(81) was accepted, and the largest discount is 80")


def test_standard_needs_no_object():
    standard = of_class("standard")
    try:
        discount = standard()
    except TypeError as error:
        pytest.fail(f"`Discount.standard()` should work without a discount at hand: {error}")
    assert type(discount) is Discount, (
        f"`Discount.standard()` should return a Discount, and returns {discount!r}"
    )
    assert discount.percent == 10, f"the standard discount is 10 percent, and this one has {discount.percent}"
    assert discount.apply(2000) == 1800, f"10 percent off 2000 leaves 1800, not {discount.apply(2000)}"


@pytest.mark.parametrize(("text", "percent"), [("15%", 15), ("0%", 0), ("80%", 80), ("7 %", 7)])
def test_a_text_becomes_a_discount(text, percent):
    discount = from_text(Discount, text)
    assert isinstance(discount, Discount), (
        f"from_text({text!r}) should return a Discount, and returns {discount!r}"
    )
    assert discount.percent == percent, (
        f"from_text({text!r}) should have {percent} percent, and has {discount.percent}"
    )


@pytest.mark.parametrize("text", ["", "%", "15", "lots%", "-5%", "1.5%", "300%"])
def test_a_text_that_is_not_a_discount_is_a_value_error(text):
    of_class("from_text")
    try:
        discount = Discount.from_text(text)
    except ValueError as error:
        assert repr(text)[1:-1] in str(error), (
            f"the message should quote the text {text!r}, and says: {error}"
        )
    except BaseException as error:  # noqa: BLE001 - a panic reaches Python as no Exception
        pytest.fail(
            f"from_text({text!r}) should raise ValueError, and raised {type(error).__name__}: {error}"
        )
    else:
        pytest.fail(f"from_text({text!r}) should raise ValueError, and returned {discount.percent} percent")


def test_a_text_cannot_get_past_the_constructor():
    of_class("from_text")
    with pytest.raises(ValueError):
        Discount.from_text("95%")
        pytest.fail('from_text("95%") was accepted, and the largest discount is 80')


class StudentDiscount(Discount):
    """A Python subclass with nothing of its own."""


class LoggedDiscount(Discount):
    """A Python subclass that prepares its objects in `__init__`."""

    def __init__(self, percent):
        self.log = [f"made with {percent}"]


class ModestDiscount(Discount):
    """A Python subclass that never gives more than 20 percent."""

    def __new__(cls, percent):
        return super().__new__(cls, min(percent, 20))


def test_a_subclass_gets_an_object_of_its_own():
    discount = from_text(StudentDiscount, "15%")
    assert type(discount) is StudentDiscount, (
        f"StudentDiscount.from_text should return a StudentDiscount, and returns a {type(discount).__name__}"
    )
    assert discount.percent == 15, (
        f"the student's discount should have 15 percent, and has {discount.percent}"
    )


def test_the_init_of_a_subclass_runs():
    discount = from_text(LoggedDiscount, "15%")
    assert getattr(discount, "log", None) == ["made with 15"], (
        "LoggedDiscount.from_text should make its object as `LoggedDiscount(15)` does, and __init__ didn't run"
    )


def test_the_new_of_a_subclass_runs():
    discount = from_text(ModestDiscount, "50%")
    assert discount.percent == 20, (
        f"ModestDiscount(50) gives 20 percent, so from_text('50%') should, too, but it gives {discount.percent}"
    )
