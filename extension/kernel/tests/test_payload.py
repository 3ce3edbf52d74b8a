"""A build's events folded into its payload, and the payload as HTML and as text."""

from __future__ import annotations

from typing import Any

import pytest

from jupyterlab_maturin import BuildError
from jupyterlab_maturin.bridge.messages import decode_event, encode
from jupyterlab_maturin.build.output import as_html, as_text
from jupyterlab_maturin.build.task import LOG_AT_THE_END, LOG_MEANWHILE, BuildTask
from jupyterlab_maturin.protocol import BuildEvent
from jupyterlab_maturin.tasks.ansi import plain, to_html
from jupyterlab_maturin.tasks.quantities import duration

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
    span = {
        "file_name": "src/lib.rs",
        "byte_start": 100,
        "byte_end": 107,
        "line_start": 9,
        "line_end": 9,
        "column_start": 46,
        "column_end": 53,
        "is_primary": True,
        "label": None,
        "text": [],
        "suggested_replacement": None,
        "suggestion_applicability": None,
    }
    return {
        "message": message,
        "code": {"code": "E0308", "explanation": "Expected <type>."},
        "level": level,
        "spans": [span],
        "children": [],
        "rendered": f"\x1b[1m\x1b[38;5;9m{level}[E0308]\x1b[0m: {message}\n",
    }


class Build:
    """A build whose events the test makes up."""

    def __init__(self) -> None:
        self.task = BuildTask("primes", "release", [])

    def event(self, kind: str, **fields: Any) -> None:
        event = decode_event({"kind": kind, **fields}, BuildEvent, "build")
        if event is not None:
            self.task.apply(event)

    def fails(self, message: str) -> None:
        self.task.fail(BuildError(message))

    @property
    def payload(self) -> dict[str, Any]:
        return encode(self.task.payload())

    @property
    def html(self) -> str:
        return as_html(self.task.payload())

    @property
    def text(self) -> str:
        return as_text(self.task.payload())


@pytest.fixture
def build() -> Build:
    return Build()


def test_events_in_order_become_the_whole_state(build: Build) -> None:
    assert build.payload["phase"] == "planning"
    build.event(**PLANNED)
    build.event("waiting", reason="another build holds /c/target")
    assert build.payload["waiting"] == "another build holds /c/target"
    build.event("building")
    build.event("progress", done=12, total=26, crate="pyo3-ffi")
    build.event("diagnostic", diagnostic=diagnostic("mismatched types"))
    payload = build.payload
    assert payload["phase"] == "building" and payload["waiting"] is None
    assert payload["progress"] == {"done": 12, "total": 26, "crate": "pyo3-ffi"}
    assert payload["counts"] == {"errors": 1, "warnings": 0, "omitted": 0}
    assert payload["diagnostics"] == [diagnostic("mismatched types")]
    assert (payload["manifest"], payload["root"], payload["features"]) == ("/c/Cargo.toml", "/c", ["fast"])


def test_an_event_of_a_later_version_changes_nothing(build: Build) -> None:
    before = {**build.payload, "elapsed": 0}
    build.event("from the future")
    assert {**build.payload, "elapsed": 0} == before


def test_the_log_is_bounded_and_short_while_it_runs(build: Build) -> None:
    for _ in range(3):
        build.event("log", text="x" * LOG_AT_THE_END)
    assert len(build.payload["log"]) == LOG_MEANWHILE
    build.fails("no")
    assert len(build.payload["log"]) == LOG_AT_THE_END


def test_text_shows_progress_with_a_number_beside_the_bar(build: Build) -> None:
    build.event(**PLANNED)
    build.event("progress", done=13, total=26, crate="pyo3-ffi")
    lines = build.text.splitlines()
    assert lines[0].startswith(" primes  release") and "building" in lines[0]
    assert (
        lines[1]
        == f" {'█' * 13}{'░' * 13}  13/26   compiling pyo3-ffi   (first build: PyO3 itself is compiled once)"
    )
    assert lines[2] == "   note: lto = true costs 12 s a build"


def test_nothing_from_outside_is_html(build: Build) -> None:
    evil = "<script>alert(1)</script>"
    build.event(**{**PLANNED, "crate": evil, "notes": [evil], "profile": evil})
    build.event("progress", done=1, total=2, crate=evil)
    build.event("diagnostic", diagnostic=diagnostic(evil))
    build.event("log", text=evil)
    running = build.html
    build.fails(evil)
    for html in (running, build.html):
        assert "<script" not in html and "&lt;script&gt;" in html


def test_the_first_error_is_open_and_the_others_are_folded(build: Build) -> None:
    build.event("diagnostic", diagnostic=diagnostic("unused", "warning"))
    build.event("diagnostic", diagnostic=diagnostic("one"))
    build.event("diagnostic", diagnostic=diagnostic("two"))
    build.task.previous = 3
    build.fails("no")
    html = build.html
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
    assert [duration(0.314), duration(4.21), duration(125)] == ["0.31 s", "4.2 s", "2 min 05 s"]
