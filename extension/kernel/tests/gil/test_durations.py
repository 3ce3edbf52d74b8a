"""Durations in the unit in which they read best."""

import pytest

from jupyterlab_maturin.gil.display.durations import in_words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (2.0, "2 s"),
        (0.02288, "22.9 ms"),
        (0.0005465, "546 µs"),
        (3e-8, "30 ns"),
        (1e-12, "0.001 ns"),
        (0.0, "0 ns"),
        (1234.0, "1,234 s"),
    ],
)
def test_a_duration_reads_in_its_own_unit(seconds: float, words: str) -> None:
    assert in_words(seconds) == words
