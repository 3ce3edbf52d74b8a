"""docs/reloading.md lists every case of this folder, and nothing that is not tested."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
TABLE = FOLDER.parents[3] / "docs" / "reloading.md"
#: `[`test_name[case]`](…/test_file.py)` in the table.
LINK = re.compile(r"\[`(test_[^`]+)`\]\(\.\./extension/kernel/tests/reload/(test_\w+\.py)\)")


def without_layout(name: str) -> str:
    """Return a test's name as the table has it: it names the case, and the layouts in a column of their own."""
    test, _, parameters = name.partition("[")
    kept = re.sub(r"^(pure|mixed)(-|$)|-(pure|mixed)$", "", parameters.removesuffix("]"))
    return f"{test}[{kept}]" if kept else test


def collected() -> set[tuple[str, str]]:
    """Return the file and the name of each test that pytest finds in this folder."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", str(FOLDER)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = [line.partition("::") for line in ran.stdout.splitlines() if "::" in line]
    return {(Path(file).name, without_layout(name)) for file, _, name in lines} - {
        (Path(__file__).name, test) for test in globals() if test.startswith("test_")
    }


def test_every_row_is_a_test_and_every_test_is_a_row() -> None:
    text = TABLE.read_text(encoding="utf-8").replace("\\|", "|").replace("\\_", "_")
    rows = {(file, name) for name, file in LINK.findall(text)}
    tests = collected()
    assert rows - tests == set(), "these rows of docs/reloading.md name no test"
    assert tests - rows == set(), "docs/reloading.md has no row for these tests"
    assert len(rows) >= 110
