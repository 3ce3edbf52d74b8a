"""What an AccountWithHistory promises."""

import pytest
from remembered_accounts import Account, AccountWithHistory


def history_of(account):
    """Return the account's history as a list, whether it's handed out as a list or as a tuple."""
    assert hasattr(account, "history"), "an AccountWithHistory should have an attribute `history`"
    history = account.history
    assert isinstance(history, (list, tuple)), f"history should be a list or a tuple, and is {history!r}"
    return list(history)


def balance_of(account):
    """Return the balance; fail in the learner's words when it can't be read."""
    try:
        return account.balance
    except AttributeError as error:
        pytest.fail(f"the balance can't be read any more: {error}")


def test_it_is_an_account():
    account = AccountWithHistory(500)
    assert isinstance(account, Account), "AccountWithHistory should be a child of Account"
    assert balance_of(account) == 500, "an account opened with 500 should have a balance of 500"
    assert balance_of(AccountWithHistory()) == 0, "an account opened with nothing should have a balance of 0"


def test_a_new_account_has_no_history():
    assert history_of(AccountWithHistory(500)) == [], (
        "opening an account isn't a change: its history is empty"
    )


def test_a_deposit_stores_the_old_balance():
    account = AccountWithHistory(500)
    account.deposit(250)
    assert balance_of(account) == 750, "after paying 250 into 500, the balance should be 750"
    assert history_of(account) == [500], (
        f"the balance before the deposit was 500, but the history is {history_of(account)}"
    )


def test_a_withdrawal_stores_the_old_balance():
    account = AccountWithHistory(500)
    account.withdraw(120)
    assert balance_of(account) == 380, "after taking 120 out of 500, the balance should be 380"
    assert history_of(account) == [500], (
        f"the balance before the withdrawal was 500, but the history is {history_of(account)}"
    )


def test_an_assignment_stores_the_old_balance():
    account = AccountWithHistory(500)
    account.balance = 90
    assert balance_of(account) == 90, "after `account.balance = 90`, the balance should be 90"
    assert history_of(account) == [500], (
        f"`account.balance = 90` changes the balance too, but the history is {history_of(account)}"
    )


def test_the_history_has_all_changes_in_order():
    account = AccountWithHistory(100)
    account.deposit(10)
    account.withdraw(5)
    account.balance = 7
    account.balance += 3
    assert balance_of(account) == 10
    assert history_of(account) == [100, 110, 105, 7], (
        f"the balances were 100, 110, 105 and 7, the oldest first, but the history is {history_of(account)}"
    )


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda account: account.deposit(0), ValueError),
        (lambda account: account.deposit(2**63 - 1), OverflowError),
        (lambda account: account.withdraw(501), ValueError),
        (lambda account: account.withdraw(-1), ValueError),
        (lambda account: setattr(account, "balance", -1), ValueError),
        (lambda account: setattr(account, "balance", "ten"), TypeError),
    ],
    ids=["deposit nothing", "deposit too much", "overdraw", "withdraw -1", "assign -1", "assign text"],
)
def test_a_refused_change_stores_nothing(change, error):
    account = AccountWithHistory(500)
    with pytest.raises(error):
        change(account)
    assert balance_of(account) == 500, "a change that was refused should leave the balance as it was"
    assert history_of(account) == [], (
        f"a change that was refused shouldn't be in the history, but it is {history_of(account)}"
    )


def test_what_python_gets_cannot_alter_the_history():
    account = AccountWithHistory(500)
    account.deposit(1)
    history_of(account)
    handed_out = account.history
    if isinstance(handed_out, list):
        handed_out.append(1_000_000)
    assert history_of(account) == [500], (
        "somebody appended to what `history` gave them, and the account remembers a balance that it never had"
    )


def test_the_history_cannot_be_assigned():
    account = AccountWithHistory(500)
    account.deposit(1)
    history_of(account)
    try:
        account.history = []
    except AttributeError:
        return
    pytest.fail(
        "`account.history = []` should raise an AttributeError, but the account has forgotten its past"
    )


def test_two_accounts_have_two_histories():
    one, other = AccountWithHistory(1), AccountWithHistory(2)
    one.deposit(10)
    assert history_of(one) == [1]
    assert history_of(other) == [], "paying into one account shouldn't show up in the history of another"
