"""What a ticket office promises when several threads buy at the same time, with a GIL or without one.

Nobody measures time here. A customer's payment waits until the test lets it go on, so the test decides who does what
while somebody else is in the middle of `sell`.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from ticket_office import TicketOffice, sold_everywhere

#: Seconds. Only what would never end takes so long.
PATIENCE = 20

STUCK = (
    "nothing moved any more: one thread waits for your lock and holds the GIL meanwhile, "
    "and the thread with the lock needs the GIL to go on"
)

SCENE = """
import json
import threading

from ticket_office import TicketOffice


class Customer(threading.Thread):
    '''Buys a ticket in a thread of its own, and pays when the test says so.'''

    def __init__(self, office):
        super().__init__(daemon=True)
        self.office, self.outcome, self.seat, self.solvent = office, None, None, True
        self.came_to_the_till, self.may_pay = threading.Event(), threading.Event()
        self.start()
        self.came_to_the_till.wait(5)

    def run(self):
        try:
            self.outcome = self.office.sell(self.pay)
        except BaseException as error:
            self.outcome = f"{type(error).__name__}: {error}"
        self.came_to_the_till.set()

    def pay(self, seat):
        self.seat = seat
        self.came_to_the_till.set()
        self.may_pay.wait()
        if not self.solvent:
            raise ConnectionError("the card was refused")

    def finish(self, solvent=True):
        self.solvent = solvent
        self.may_pay.set()
        self.join()
        return self.outcome


def report(**facts):
    print(json.dumps(facts))
"""

stuck = False


def scene(text):
    """Play a scene in a process of its own, and return what it reports."""
    global stuck
    if stuck:  # It would be the same again.
        pytest.fail(STUCK)
    command = [sys.executable, "-c", SCENE + text]
    try:
        ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        stuck = True
        pytest.fail(STUCK)
    assert ended.returncode == 0, f"Python itself ended with {ended.returncode} in this scene: {ended.stderr}"
    return json.loads(ended.stdout)


def refused(office):
    """Try to buy, and return the exception and whether one was asked to pay."""
    asked = []
    try:
        seat = office.sell(asked.append)
    except BaseException as error:  # noqa: BLE001 - a panic reaches Python as no Exception
        return error, bool(asked)
    pytest.fail(f"no seat was free, but sell returned {seat}")


def test_seats_are_sold_from_one():
    office, paid = TicketOffice(3), []
    seats = [office.sell(paid.append) for _ in range(3)]
    assert seats == [1, 2, 3], f"three customers should get the seats 1, 2 and 3, not {seats}"
    assert paid == [1, 2, 3], f"pay should be called with the number of the seat: {paid}"
    assert office.seats_left == 0


def test_sold_out_is_a_value_error():
    error, asked = refused(TicketOffice(0))
    assert type(error) is ValueError, f"an office without seats should raise ValueError, not {error!r}"
    assert not asked, "nobody should be asked to pay when everything is sold out"


def test_two_customers_can_pay_at_the_same_time():
    facts = scene("""
office = TicketOffice(2)
ada, ben = Customer(office), Customer(office)
at_once = ada.seat is not None and ben.seat is not None
report(at_once=at_once, outcomes=[ada.finish(), ben.finish()])
""")
    outcomes = facts["outcomes"]
    errors = [outcome for outcome in outcomes if isinstance(outcome, str)]
    assert not errors, f"while Ada paid, Ben wanted to buy, too, and there were two seats, but: {errors[0]}"
    assert facts["at_once"], "while Ada paid, Ben had to wait: don't hold the lock while pay runs"
    assert outcomes[0] != outcomes[1], f"Ada and Ben have both bought seat {outcomes[0]}"
    assert sorted(outcomes) == [1, 2], f"Ada and Ben should have the seats 1 and 2, not {outcomes}"


def test_the_last_seat_is_offered_to_one_customer():
    facts = scene("""
office = TicketOffice(1)
ada, ben = Customer(office), Customer(office)
report(offered=ben.seat, ada=ada.finish(), ben=ben.finish())
""")
    assert facts["offered"] is None, "Ben was asked to pay for a seat that Ada was paying for"
    assert facts["ben"].startswith("ValueError"), (
        f"Ada was paying for the last seat, so Ben should get a ValueError, not {facts['ben']}"
    )
    assert facts["ada"] == 1, f"Ada should have got seat 1, not {facts['ada']}"


def test_seats_left_can_be_read_while_somebody_pays():
    facts = scene("""
office = TicketOffice(3)
ada = Customer(office)
try:
    left = office.seats_left
except BaseException as error:
    left = f"{type(error).__name__}: {error}"
report(left=left, ada=ada.finish())
""")
    assert facts["left"] == 2, f"three seats, and Ada is paying for one: 2 are left, not {facts['left']}"


def test_a_seat_that_was_not_paid_for_is_free_again():
    office = TicketOffice(1)

    def broke(seat):
        raise ConnectionError("the card was refused")

    with pytest.raises(ConnectionError):
        office.sell(broke)
    assert office.seats_left == 1, "the payment failed, so the seat should be free again"
    assert office.sell(lambda seat: None) == 1


def test_a_failed_payment_frees_that_seat_and_no_other():
    facts = scene("""
office = TicketOffice(3)
ada, ben = Customer(office), Customer(office)
ben.finish()
ada.finish(solvent=False)
cleo = Customer(office)
report(ada=ada.outcome, ben=ben.outcome, cleo=cleo.finish())
""")
    assert facts["ada"].startswith("ConnectionError"), (
        f"what pay raises should come out of sell, but Ada got {facts['ada']}"
    )
    assert facts["ben"] != facts["cleo"], f"Ben and Cleo have both bought seat {facts['ben']}"
    assert (facts["ben"], facts["cleo"]) == (2, 1), (
        f"Ben should have seat 2, and Cleo the one that Ada couldn't pay for, not {facts['ben']} and {facts['cleo']}"
    )


def test_all_offices_count_together():
    before = sold_everywhere()
    for office in (TicketOffice(2), TicketOffice(1)):
        office.sell(lambda seat: None)
    sold = sold_everywhere() - before
    assert sold == 2, f"two offices have sold one ticket each, so sold_everywhere() grows by 2, not {sold}"


def code():
    """Return src/lib.rs without its comments."""
    return re.sub(r"//.*", "", Path("src/lib.rs").read_text())


def test_no_unsafe_is_left():
    assert not re.search(r"\bunsafe\b", code()), (
        "src/lib.rs still has an `unsafe`: there, the compiler doesn't look for data races, and only the GIL kept you safe"
    )


def test_the_module_does_not_ask_for_the_gil():
    assert not re.search(r"\bgil_used\s*=\s*true\b|\bgil_used\(true\)", code()), (
        "the module still says `gil_used = true`: a Python without a GIL would turn it on again, for everybody"
    )
