"""What the three discounts promise. Every test says what time it is, so none of them depends on today."""

from datetime import UTC, datetime, timedelta, timezone

import checkout_discounts
import pytest

NAN, INFINITY = float("nan"), float("inf")
START = datetime(2026, 12, 1, tzinfo=UTC)
END = datetime(2026, 12, 25, tzinfo=UTC)
IN_SEASON = datetime(2026, 12, 6, 12, 30, tzinfo=UTC)


def new(name, *args):
    """Make an object of the module's class with this name."""
    assert hasattr(checkout_discounts, name), f"the module has no class `{name}` yet"
    return getattr(checkout_discounts, name)(*args)


def apply(discount, *args):
    """Apply a discount."""
    assert hasattr(discount, "apply"), f"`{type(discount).__name__}` has no method `apply` yet"
    return discount.apply(*args)


def refusal(what, call):
    """Return the exception that a call raises; fail when there's none, or when it's a panic."""
    try:
        answer = call()
    except AssertionError:
        raise  # a class or a method isn't there yet, and the message says so
    except BaseException as error:  # noqa: BLE001 - a panic reaches Python as no Exception
        assert isinstance(error, Exception), (
            f"{what} should raise an exception, but the Rust code panicked: {error}"
        )
        return error
    kind = type(answer)
    outcome = (
        "nothing was raised"
        if answer is None
        else f"it made a {kind.__name__}"
        if kind.__module__ == checkout_discounts.__name__
        else f"it returned {answer!r}"
    )
    pytest.fail(f"{what} should raise an exception, but {outcome}")


def assert_value_error(what, call):
    """Check that a call raises ValueError."""
    error = refusal(what, call)
    assert type(error) is ValueError, f"{what} should be a ValueError, not {error!r}"


def assert_type_error(what, call):
    """Check that a call raises TypeError."""
    error = refusal(what, call)
    assert type(error) is TypeError, f"{what} should be a TypeError, not {error!r}"


def assert_cannot_assign(thing, name, value):
    """Check that assigning raises ValueError and leaves the old value where it was."""
    what = f"`{name} = {value}`"
    before = getattr(thing, name)
    error = refusal(what, lambda: setattr(thing, name, value))
    assert not isinstance(error, AttributeError), (
        f"`{name}` should be writable, but assigning raised {error!r}"
    )
    assert type(error) is ValueError, f"{what} should be a ValueError, not {error!r}"
    assert getattr(thing, name) == before, f"{what} was refused, so `{name}` should still be {before}"


# Discount


@pytest.mark.parametrize(("percentage", "left"), [(0.25, 60), (0, 80), (1, 0)])
def test_a_discount_takes_its_share_off(percentage, left):
    paid = apply(new("Discount", percentage), 80)
    assert paid == pytest.approx(left), f"80 with {percentage:.0%} off should cost {left}, and costs {paid}"


@pytest.mark.parametrize("percentage", [-0.1, 1.01, 25, NAN, INFINITY, -INFINITY])
def test_a_percentage_is_between_0_and_1(percentage):
    assert_value_error(f"Discount({percentage})", lambda: new("Discount", percentage))


def test_a_percentage_can_be_assigned():
    discount = new("Discount", 0.1)
    try:
        discount.percentage = 0.5
    except AttributeError as error:
        pytest.fail(f"`percentage` should be writable: {error}")
    assert discount.percentage == 0.5
    assert apply(discount, 80) == pytest.approx(40), (
        "the new percentage should count from the next `apply` on"
    )


@pytest.mark.parametrize("percentage", [-0.1, 1.01, NAN, INFINITY])
def test_an_assigned_percentage_is_checked_too(percentage):
    assert_cannot_assign(new("Discount", 0.1), "percentage", percentage)


@pytest.mark.parametrize("price", [-1, NAN, INFINITY, -INFINITY])
def test_a_price_is_finite_and_not_negative(price):
    discount = new("Discount", 0.5)
    apply(discount, 1)
    assert_value_error(f"apply({price})", lambda: discount.apply(price))


def test_a_percentage_that_is_not_a_number_is_a_type_error():
    assert_type_error("Discount('half')", lambda: new("Discount", "half"))


# CappedDiscount


@pytest.mark.parametrize(("price", "left"), [(40, 30), (60, 45), (100, 85), (0, 0)])
def test_a_capped_discount_takes_at_most_its_cap_off(price, left):
    paid = apply(new("CappedDiscount", 0.25, 15), price)
    assert paid == pytest.approx(left), (
        f"{price} with 25% off, but never more than 15, should cost {left}, and costs {paid}"
    )


@pytest.mark.parametrize("cap", [0, -5, NAN, INFINITY])
def test_a_cap_is_positive_and_finite(cap):
    assert_value_error(f"CappedDiscount(0.25, {cap})", lambda: new("CappedDiscount", 0.25, cap))
    assert_cannot_assign(new("CappedDiscount", 0.25, 15), "cap", cap)


def test_a_cap_that_is_not_a_number_is_a_type_error():
    assert_type_error("CappedDiscount(0.5, None)", lambda: new("CappedDiscount", 0.5, None))


def test_a_cap_can_be_assigned():
    discount = new("CappedDiscount", 0.25, 15)
    discount.cap = 5
    assert apply(discount, 100) == pytest.approx(95), "with 5 as its cap, the discount on 100 should be 5"


# SeasonalDiscount


def seasonal():
    """Make a discount of 10% for the first weeks of December 2026."""
    return new("SeasonalDiscount", 0.1, START, END)


def assert_out_of_season(discount, now):
    """Check that a discount isn't valid at this time."""
    assert hasattr(checkout_discounts, "OutOfSeason"), "the module has no exception `OutOfSeason` yet"
    error = refusal(f"apply(100, {now})", lambda: apply(discount, 100, now))
    assert type(error) is checkout_discounts.OutOfSeason, (
        f"{now} is out of season, so it should be an OutOfSeason, not {error!r}"
    )
    return error


def test_a_seasonal_discount_in_its_season():
    paid = apply(seasonal(), 100, IN_SEASON)
    assert paid == pytest.approx(90), f"in its season, 10% off 100 should leave 90, and leaves {paid}"


@pytest.mark.parametrize(
    "now", [START - timedelta(seconds=1), END + timedelta(days=1)], ids=["before", "after"]
)
def test_outside_its_season_it_raises_an_exception_of_its_own(now):
    error = assert_out_of_season(seasonal(), now)
    assert isinstance(error, Exception), "`except Exception` should catch OutOfSeason"
    assert "2026-12-01" in str(error) and "2026-12-25" in str(error), (
        f"the message should say from when to when the season is, and is: {error}"
    )


def test_the_start_belongs_to_the_season_and_the_end_does_not():
    discount = seasonal()
    assert apply(discount, 100, START) == pytest.approx(90), "at its start, the season has begun"
    last = END - timedelta(microseconds=1)
    assert apply(discount, 100, last) == pytest.approx(90), (
        "a microsecond before its end, it's still the season"
    )
    assert_out_of_season(discount, END)


def test_the_same_moment_on_another_clock():
    discount = seasonal()
    auckland, honolulu = timezone(timedelta(hours=13)), timezone(timedelta(hours=-10))
    # Clocks in Auckland say 1 December, eight in the morning. By UTC it's still November.
    assert_out_of_season(discount, datetime(2026, 12, 1, 8, tzinfo=auckland))
    # Clocks in Honolulu say 30 November, and by UTC December has begun.
    paid = apply(discount, 100, datetime(2026, 11, 30, 15, tzinfo=honolulu))
    assert paid == pytest.approx(90), (
        "15:00 on 30 November in Honolulu is 1:00 on 1 December by UTC: in season"
    )


def test_a_time_without_a_zone_is_refused():
    naive = datetime(2026, 12, 6)
    later = datetime(2026, 12, 7)
    assert_value_error(
        "a season of two times without a time zone", lambda: new("SeasonalDiscount", 0.1, naive, later)
    )
    assert_value_error(
        "a season whose end has no time zone", lambda: new("SeasonalDiscount", 0.1, START, naive)
    )
    discount = seasonal()
    assert_value_error("a `now` without a time zone", lambda: apply(discount, 100, naive))
    assert_cannot_assign(discount, "start", naive)


def test_anything_but_a_time_is_a_type_error():
    assert_type_error(
        "SeasonalDiscount(0.5, 'May', 'June')", lambda: new("SeasonalDiscount", 0.5, "May", "June")
    )


@pytest.mark.parametrize(
    ("start", "end"), [(END, START), (START, START)], ids=["backwards", "no time at all"]
)
def test_a_season_starts_before_it_ends(start, end):
    assert_value_error(f"a season from {start} to {end}", lambda: new("SeasonalDiscount", 0.1, start, end))


def test_an_assigned_season_is_checked_too():
    discount = seasonal()
    assert_cannot_assign(discount, "start", END)
    assert_cannot_assign(discount, "end", START)
    discount.end = END + timedelta(days=7)
    discount.start = END
    assert (discount.start, discount.end) == (END, END + timedelta(days=7)), (
        "the season can be moved step by step"
    )
    assert_out_of_season(discount, IN_SEASON)


def test_without_a_time_it_is_now():
    # Whatever day it is, it's one of these 8000 years and none of those two days.
    always = new("SeasonalDiscount", 0.1, datetime(1971, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC))
    try:
        paid = apply(always, 100)
    except TypeError as error:
        pytest.fail(f"`apply(price)` without a time should take the current one: {error}")
    assert paid == pytest.approx(90)
    over = new("SeasonalDiscount", 0.1, datetime(1970, 1, 1, tzinfo=UTC), datetime(1970, 1, 3, tzinfo=UTC))
    error = refusal("a discount for two days of 1970", lambda: apply(over, 100))
    assert type(error) is checkout_discounts.OutOfSeason, (
        f"1970 is over, so it should be an OutOfSeason, not {error!r}"
    )


# All of them


def test_all_of_them_are_discounts():
    for discount in (seasonal(), new("CappedDiscount", 0.1, 5)):
        name = type(discount).__name__
        assert isinstance(discount, checkout_discounts.Discount), f"a {name} should be a Discount, too"
        assert_cannot_assign(discount, "percentage", 1.5)
        discount.percentage = 0.02
        args = (100, IN_SEASON) if name == "SeasonalDiscount" else (100,)
        assert apply(discount, *args) == pytest.approx(98), f"the new percentage of a {name} should count"
        assert_value_error(f"{name}.apply(nan)", lambda d=discount, a=args: d.apply(NAN, *a[1:]))
