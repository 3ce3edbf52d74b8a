"""Claims that are tried on many inputs: in ``npm test`` on a few, the same each time; in ``npm run fuzz`` on many new ones."""

from __future__ import annotations

import functools
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

# Hypothesis keeps tables of its own, and would put them beside the tests.
os.environ.setdefault(
    "HYPOTHESIS_STORAGE_DIRECTORY", str(Path(__file__).parents[4] / ".cache" / "hypothesis")
)

from hypothesis import HealthCheck, settings

#: How many inputs `npm run fuzz` tries in TypeScript; here an input takes about five times as long. It also says where they
#: begin, by `--hypothesis-seed`.
RUNS = os.environ.get("FUZZ_RUNS")

settings.register_profile(
    "properties",
    max_examples=max(50, int(RUNS or 0) // 5),
    derandomize=RUNS is None,
    deadline=None,
    database=None,
    print_blob=True,
    # How long an input takes to make depends on what else the machine does.
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
settings.load_profile("properties")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let Hypothesis put long inputs into words."""
    for item in items:
        item.add_marker(pytest.mark.filterwarnings("ignore:Generating overly large repr"))


#: A file to which each claim adds how many inputs it met.
REPORT = os.environ.get("FUZZ_REPORT")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Count the inputs of each claim, for ``npm run fuzz``."""
    inner = getattr(getattr(item, "obj", None), "hypothesis", None)
    if REPORT is None or inner is None:
        yield
        return
    cases, claim, began = 0, inner.inner_test, time.monotonic()

    @functools.wraps(claim)
    def counted(*args: Any, **kwargs: Any) -> None:
        nonlocal cases
        cases += 1
        claim(*args, **kwargs)

    found = True
    inner.inner_test = counted
    try:
        yield
        found = False
    finally:
        inner.inner_test = claim
        line = {"name": item.name, "cases": cases, "seconds": time.monotonic() - began, "found": found}
        with open(REPORT, "a", encoding="utf-8") as report:
            report.write(f"{json.dumps(line)}\n")
