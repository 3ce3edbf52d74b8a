"""What `Rectangle` and `area` promise: a value that never changes, and an area that's counted without the GIL."""

import pytest
from rectangle_areas import Rectangle, area

from jupyterlab_maturin.gil import computes_without_gil, releases_gil

#: Some 40 million tiles take long enough for the probe to look.
LARGE = Rectangle(8_000, 5_000)


@pytest.mark.parametrize(("width", "height", "tiles"), [(3, 4, 12), (1, 1, 1), (7, 0, 0), (100, 250, 25_000)])
def test_the_area_is_the_number_of_tiles(width, height, tiles):
    found = area(Rectangle(width, height))
    assert found == tiles, f"area(Rectangle({width}, {height})) should be {tiles}, and is {found}"


def test_width_and_height_can_be_read():
    rectangle = Rectangle(3, 4)
    assert (rectangle.width, rectangle.height) == (3, 4), (
        "Rectangle(3, 4) should have the width 3 and the height 4"
    )


def refused(change, what):
    """Make a change, which must raise an AttributeError and leave everything as it was."""
    rectangle = Rectangle(3, 4)
    try:
        change(rectangle)
    except AttributeError:
        pass
    else:
        pytest.fail(f"a Rectangle should never change, but {what} was accepted")
    assert (rectangle.width, rectangle.height) == (3, 4), (
        f"{what} was refused, and changed the rectangle even so"
    )


@pytest.mark.parametrize("name", ["width", "height"])
def test_an_attribute_cannot_be_assigned(name):
    refused(lambda rectangle: setattr(rectangle, name, 5), f"rectangle.{name} = 5")


@pytest.mark.parametrize("name", ["width", "height"])
def test_nor_can_it_be_assigned_by_the_back_door(name):
    refused(
        lambda rectangle: object.__setattr__(rectangle, name, 5),
        f"object.__setattr__(rectangle, {name!r}, 5)",
    )


@pytest.mark.parametrize("name", ["width", "height"])
def test_an_attribute_cannot_be_deleted(name):
    refused(lambda rectangle: delattr(rectangle, name), f"del rectangle.{name}")


def test_no_attribute_can_be_added():
    refused(lambda rectangle: setattr(rectangle, "colour", "red"), 'rectangle.colour = "red"')


def test_turned_returns_a_rectangle_on_its_side():
    turned = Rectangle(3, 4).turned()
    assert isinstance(turned, Rectangle), f"turned() should return a new Rectangle, and returns {turned!r}"
    assert (turned.width, turned.height) == (4, 3), (
        f"Rectangle(3, 4).turned() should be 4 by 3, and is {turned!r}"
    )


def test_turned_leaves_the_old_rectangle_as_it_is():
    rectangle = Rectangle(3, 4)
    rectangle.turned()
    assert (rectangle.width, rectangle.height) == (3, 4), (
        f"after turned(), the rectangle itself should still be 3 by 4, but it's {rectangle!r}"
    )


def test_another_thread_can_run_during_the_call():
    probe = releases_gil(area, LARGE)
    assert probe, f"other Python threads should run while area is at work, but {probe.reason}"


def test_the_tiles_are_counted_without_the_gil():
    probe = computes_without_gil(area, LARGE)
    assert probe, f"the tiles should be counted without the GIL, but {probe.reason}"
