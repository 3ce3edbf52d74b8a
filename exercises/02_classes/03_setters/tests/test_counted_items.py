"""What an `Item` promises: two of its attributes count who reads them, and its price stays positive."""

import pytest
from counted_items import Item


def make():
    return Item("tin robot", 1250, 4)


def read(item, *names):
    """Read the attributes, one after the other."""
    for name in names:
        getattr(item, name)


def reads_of(item):
    """The item's own count of reads."""
    try:
        return item.reads
    except AttributeError:
        return pytest.fail("Item has no attribute `reads` that Python can read")


def test_a_new_item_was_never_read():
    assert reads_of(make()) == 0, "nobody has read anything of a new item, so `reads` should be 0"


def test_reading_the_name_counts():
    item = make()
    assert item.name == "tin robot", f"the name should be 'tin robot', and is {item.name!r}"
    item = make()
    read(item, "name", "name", "name")
    assert reads_of(item) == 3, f"the name was read 3 times, and `reads` is {reads_of(item)}"


def test_reading_the_price_counts():
    item = make()
    assert item.price == 1250, f"the price should be 1250, and is {item.price!r}"
    item = make()
    read(item, "price", "price", "price")
    assert reads_of(item) == 3, f"the price was read 3 times, and `reads` is {reads_of(item)}"


def test_name_and_price_count_together():
    item = make()
    read(item, "name", "price", "name")
    assert reads_of(item) == 3, (
        f"two reads of the name and one of the price make 3, and `reads` is {reads_of(item)}"
    )


def test_the_shelf_does_not_count():
    item = make()
    item.shelf = 7
    assert item.shelf == 7, f"the shelf was set to 7, and is {item.shelf!r}"
    assert reads_of(item) == 0, (
        f"only the name and the price count, but `reads` is {reads_of(item)} after using the shelf"
    )


def test_reading_the_counter_does_not_count():
    item = make()
    read(item, "name")
    first, second = reads_of(item), reads_of(item)
    assert first == second == 1, f"looking at `reads` isn't a read, but it went from {first} to {second}"


def test_the_counter_is_read_only():
    item = make()
    reads_of(item)
    with pytest.raises(AttributeError):
        item.reads = 0
        pytest.fail("`item.reads = 0` was accepted: anybody can reset the counter")


def test_each_item_counts_for_itself():
    looked_at, left_alone = make(), make()
    before = reads_of(left_alone)
    read(looked_at, "name")
    after = reads_of(left_alone)
    assert after == before, "reading one item's name changed another item's `reads`"


def test_the_name_is_still_read_only():
    item = make()
    with pytest.raises(AttributeError):
        item.name = "wooden duck"
        pytest.fail("`item.name = …` was accepted: the name should be read-only")


def test_assigning_a_price_does_not_count_as_a_read():
    item = make()
    item.price = 990
    assert reads_of(item) == 0, f"writing isn't reading, but `reads` is {reads_of(item)} after an assignment"
    assert item.price == 990, f"the price was set to 990, and is {item.price!r}"


def test_adding_to_the_price_is_one_read():
    item = make()
    item.price += 50
    assert reads_of(item) == 1, (
        f"`item.price += 50` reads once and writes once, and `reads` is {reads_of(item)}"
    )


@pytest.mark.parametrize("price", [0, -1])
def test_a_price_must_be_positive(price):
    with pytest.raises(ValueError):
        Item("tin robot", price, 4)
        pytest.fail(f"the constructor accepted a price of {price}")
    item = make()
    with pytest.raises(ValueError):
        item.price = price
        pytest.fail(f"`item.price = {price}` was accepted: the constructor refuses that price")


def test_a_refused_price_changes_nothing():
    item = make()
    with pytest.raises(ValueError):
        item.price = -5
        pytest.fail("`item.price = -5` was accepted: the constructor refuses that price")
    assert item.price == 1250, (
        f"a refused price should leave the old one, 1250, but the price is {item.price}"
    )


def test_repr_does_not_count():
    item = make()
    text = repr(item)
    assert "tin robot" in text and "1250" in text, (
        f"repr should show the name and the price, and shows {text}"
    )
    assert reads_of(item) == 0, f"printing an item isn't a read, but `reads` is {reads_of(item)} after repr()"
