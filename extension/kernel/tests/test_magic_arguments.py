"""The options of ``%build_extension``."""

from __future__ import annotations

import pytest
from IPython.core.error import UsageError

from jupyterlab_maturin.build.magics import parse


def test_everything_has_a_default() -> None:
    options = parse("")
    assert (options.crate, options.profile, options.features) == (None, "release", [])
    assert not (options.no_default_features or options.force or options.install or options.quiet)


def test_options_may_stand_before_and_after_the_crate() -> None:
    options = parse(
        "--profile dev '../my crate' --features a,b --features c --no-default-features --force --install --quiet"
    )
    assert (options.crate, options.profile, options.features) == ("../my crate", "dev", ["a,b", "c"])
    assert options.no_default_features and options.force and options.install and options.quiet


@pytest.mark.parametrize("line", ["a b", "--bogus", "--prof dev", "--profile", "'a"])
def test_a_mistake_never_ends_the_kernel(line: str) -> None:
    with pytest.raises(UsageError, match="%build_extension"):
        parse(line)


@pytest.mark.parametrize(
    "line",
    [
        "--history --use 3",
        "--use 3 --profile dev",
        "--use three",
        "--use",
        "--history --force",
        "--use 1 --features a",
    ],
)
def test_history_and_use_build_nothing_so_they_take_no_options_of_a_build(line: str) -> None:
    with pytest.raises(UsageError, match="%build_extension"):
        parse(line)


def test_history_and_use_take_a_crate() -> None:
    assert parse("primes --history").history
    options = parse("primes --use 3 --quiet")
    assert (options.crate, options.use, options.quiet) == ("primes", 3, True)
