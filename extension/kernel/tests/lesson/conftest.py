"""A course with a crate, its example and an exercise in Python."""

from __future__ import annotations

from pathlib import Path

import pytest

CRATE = "01_first/00_wallet"
PLAIN = "01_first/01_words"

MANIFEST = """kind = "{kind}"
title = "A title"
minutes = 5
concepts = ["functions"]
summary = "A summary."
module = "{module}"
hints = ["first", "second", "third"]

[stub]
fails = [{{ test = "test_it", because = "it" }}]
stops_at = "verify"
"""

EXAMPLE = """//! An example.

/// Add one.
#[pyfunction]
fn increment(number: u64) -> u64 {
    number + 1
}

fn between() {}

fn last() {
    // `ticks` and ```fences```
}
"""

FILES = {
    f"exercises/{CRATE}/exercise.toml": MANIFEST.format(kind="extension", module="wallet"),
    f"exercises/{CRATE}/src/lib.rs": "fn edited() {}\n",
    f"exercises/{CRATE}/example/src/lib.rs": EXAMPLE,
    f"exercises/{CRATE}/example/Cargo.toml": '[package]\nname = "example"\n',
    f"exercises/{PLAIN}/exercise.toml": MANIFEST.format(kind="python", module="words.py"),
    f"exercises/{PLAIN}/words.py": "def count(text):\n    return 0\n",
    f"exercises/{PLAIN}/broken.py": "def count(:\n",
    f"exercises/{PLAIN}/picture.bin": "\xff",
    f"notebooks/{CRATE}.ipynb": "{}",
}


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The course's root. This process is in the folder of the notebooks, as a kernel is."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text.encode("latin-1" if name.endswith("bin") else "utf-8"))
    monkeypatch.chdir(tmp_path / "notebooks" / "01_first")
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    return tmp_path
