"""Events folded into the payload, and the payload in words."""

from __future__ import annotations

import time
from typing import Any

import pytest

from jupyterlab_maturin.build.ansi import plain, to_html
from jupyterlab_maturin.build.html import to_html as page
from jupyterlab_maturin.build.payload import LOG_AT_THE_END, LOG_MEANWHILE, State
from jupyterlab_maturin.build.plain_text import to_text
from jupyterlab_maturin.build.words import seconds

PLANNED = {
    "kind": "planned",
    "crate": "primes",
    "manifest": "/c/Cargo.toml",
    "root": "/c",
    "profile": "release",
    "features": ["fast"],
    "target": "/c/target",
    "notes": ["lto = true costs 12 s a build"],
}


def diagnostic(message: str, level: str = "error") -> dict[str, Any]:
    span = {"file_name": "src/lib.rs", "line_start": 9, "column_start": 46, "is_primary": True}
    return {
        "message": message,
        "code": {"code": "E0308", "explanation": "Expected <type>."},
        "level": level,
        "spans": [span],
        "children": [],
        "rendered": f"\x1b[1m\x1b[38;5;9m{level}[E0308]\x1b[0m: {message}\n",
    }


@pytest.fixture
def state() -> State:
    return State(crate="primes", profile="release", features=[], started=time.monotonic())


def test_events_in_order_become_the_whole_state(state: State) -> None:
    assert state.payload()["phase"] == "planning"
    state.apply(PLANNED)
    state.apply({"kind": "waiting", "reason": "another build holds /c/target"})
    assert state.payload()["waiting"] == "another build holds /c/target"
    state.apply({"kind": "building"})
    state.apply({"kind": "progress", "done": 12, "total": 26, "crate": "pyo3-ffi"})
    state.apply({"kind": "diagnostic", "diagnostic": diagnostic("mismatched types")})
    payload = state.payload()
    assert payload["phase"] == "building" and payload["waiting"] is None
    assert payload["progress"] == {"done": 12, "total": 26, "crate": "pyo3-ffi"}
    assert payload["counts"] == {"errors": 1, "warnings": 0, "omitted": 0}
    assert (payload["manifest"], payload["root"], payload["features"]) == ("/c/Cargo.toml", "/c", ["fast"])


def test_an_event_of_a_later_version_changes_nothing(state: State) -> None:
    before = {**state.payload(), "elapsed": 0}
    state.apply({"kind": "from the future"})
    assert {**state.payload(), "elapsed": 0} == before


def test_the_log_is_bounded_and_short_while_it_runs(state: State) -> None:
    for _ in range(3):
        state.apply({"kind": "log", "text": "x" * LOG_AT_THE_END})
    assert len(state.payload()["log"]) == LOG_MEANWHILE
    state.fail("build", "no")
    assert len(state.payload()["log"]) == LOG_AT_THE_END


def test_text_shows_progress_with_a_number_beside_the_bar(state: State) -> None:
    state.apply(PLANNED)
    state.apply({"kind": "progress", "done": 13, "total": 26, "crate": "pyo3-ffi"})
    lines = to_text(state.payload()).splitlines()
    assert lines[0].startswith(" primes  release") and "building" in lines[0]
    assert (
        lines[1]
        == f" {'█' * 13}{'░' * 13}  13/26   compiling pyo3-ffi   (first build: PyO3 itself is compiled once)"
    )
    assert lines[2] == "   note: lto = true costs 12 s a build"


def test_nothing_from_outside_is_html(state: State) -> None:
    evil = "<script>alert(1)</script>"
    state.apply({**PLANNED, "crate": evil, "notes": [evil], "profile": evil})
    state.apply({"kind": "progress", "done": 1, "total": 2, "crate": evil})
    state.apply({"kind": "diagnostic", "diagnostic": diagnostic(evil)})
    state.apply({"kind": "log", "text": evil})
    running = page(state.payload())
    state.fail("build", evil)
    for html in (running, page(state.payload())):
        assert "<script" not in html and "&lt;script&gt;" in html


def test_the_first_error_is_open_and_the_others_are_folded(state: State) -> None:
    state.apply({"kind": "diagnostic", "diagnostic": diagnostic("unused", "warning")})
    state.apply({"kind": "diagnostic", "diagnostic": diagnostic("one")})
    state.apply({"kind": "diagnostic", "diagnostic": diagnostic("two")})
    state.previous = 3
    state.fail("build", "no")
    html = page(state.payload())
    assert html.count("<details open>") == 1
    assert (
        html.index("error[E0308] one") < html.index("error[E0308] two") < html.index("warning[E0308] unused")
    )
    assert "2 errors · build 3 stays in use" in html
    assert "src/lib.rs:9:46" in html


def test_colours_become_the_themes_or_nothing() -> None:
    assert plain("\x1b[1m\x1b[38;5;9merror\x1b[0m: no\x1b[K") == "error: no"
    assert to_html("\x1b[1m\x1b[38;5;9merror\x1b[0m: a < b") == (
        '<span style="font-weight:600;color:var(--jp-error-color1, #d32f2f);">error</span>: a &lt; b'
    )


def test_durations_read_as_a_person_says_them() -> None:
    assert [seconds(0.314), seconds(4.21), seconds(125)] == ["0.31 s", "4.2 s", "2 min 05 s"]
