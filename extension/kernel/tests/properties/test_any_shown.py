"""Text of others in what a cell shows, whatever is in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from kernel_support.foreign import foreign_text, with_parts_replaced

from jupyterlab_maturin import protocol
from jupyterlab_maturin.build import output as build_output
from jupyterlab_maturin.course import verification_output
from jupyterlab_maturin.errors import BuildExtensionError
from jupyterlab_maturin.foreign.outputs import shown_bundle
from jupyterlab_maturin.foreign.visible import bounded, colours_apart, visible, visible_html, visible_line
from jupyterlab_maturin.tasks import ansi, html, markdown

#: Control characters but a line feed and a tab, what turns text, separators, halves of pairs, and the tag block.
OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
#: The elements that outputs are made of, and the attributes that these have.
ELEMENTS = {
    "div": {"style"},
    "span": {"style"},
    "strong": set(),
    "code": {"style"},
    "pre": {"style"},
    "details": {"style", "open"},
    "summary": {"style"},
    "table": {"style"},
    "thead": {"style"},
    "tbody": set(),
    "tr": {"style"},
    "th": {"style", "scope"},
    "td": {"style", "colspan"},
}


class _Reader(HTMLParser):
    """Reads HTML as a page would, and takes nothing that is not ours."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ELEMENTS, f"<{tag}> is none of ours"
        for name, value in attrs:
            assert name in ELEMENTS[tag], f"{name} of <{tag}> is none of ours"
            assert "url(" not in (value or "") and "expression" not in (value or "")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")


def assert_ours(text: str) -> None:
    """Check that a page finds only our own elements in it, each of them closed."""
    assert not OBEYED.search(text)
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == []


@given(foreign_text)
def test_a_text_that_was_made_visible_holds_nothing_that_is_obeyed(text: str) -> None:
    assert not OBEYED.search(visible(text))
    assert not re.search(f"{OBEYED.pattern[:-1]}\n\t]", visible_line(text))
    assert visible(visible(text)) == visible(text)
    assert visible_line(visible_line(text)) == visible_line(text)


@given(foreign_text)
def test_a_tools_output_is_colours_and_visible_text_in_turn(text: str) -> None:
    pieces = colours_apart(text)
    assert len(pieces) % 2 == 1
    assert all(re.fullmatch(r"\x1b\[[0-9;:]{0,32}m", colour) for colour in pieces[1::2])
    assert not any(OBEYED.search(piece) for piece in pieces[::2])


@given(foreign_text, st.integers(0, 100))
def test_a_text_that_was_cut_says_so(text: str, longest: int) -> None:
    cut = bounded(text, longest)
    assert len(cut) <= longest + 40
    assert cut == text or f"{len(text) - longest:,} more characters" in cut


@given(foreign_text)
@example("\x1b[" + "9" * 32 + "mx")
@example("\x1b[38;5;" + "9" * 20 + "mx\x1b[;;:m")
def test_a_tools_output_is_html_of_ours(text: str) -> None:
    assert_ours(ansi.to_html(text))
    assert not OBEYED.search(ansi.plain(text))


PIECES: list[Callable[[str], str]] = [
    lambda text: html.card([visible_html(text), html.line(text)]),
    lambda text: html.first_line(text, text, text, html.RED, text),
    lambda text: html.progress_line(1, 3, text),
    html.code,
    lambda text: html.table([text, text], [([visible_html(text)] * 2, visible_html(text))]),
    lambda text: html.code_block(visible_html(text), wrap=True),
    lambda text: html.fold(text, visible_html(text)),
    lambda text: html.details(visible_html(text), visible_html(text), opened=True, style=html.DIM),
]


@pytest.mark.parametrize("piece", PIECES, ids=range(len(PIECES)))
@given(text=foreign_text)
def test_a_piece_of_an_output_holds_no_element_but_ours(piece: Callable[[str], str], text: str) -> None:
    assert_ours(piece(text))


@given(foreign_text)
def test_markdown_cannot_be_left(text: str) -> None:
    inline, block = markdown.code(text), markdown.code_block(text)
    marks = re.match("`+", inline)
    assert marks is not None and "\n" not in inline
    assert len(re.findall(f"(?<!`){marks[0]}(?!`)", inline)) in (1, 2)
    fence, *body, last = block.split("\n")
    assert fence == last and fence not in "\n".join(body)
    assert "<" not in markdown.aside(text)


@given(st.dictionaries(st.sampled_from(["text/plain", "text/markdown", "text/html"]), foreign_text))
def test_a_bundle_leaves_by_the_gate_with_nothing_that_is_obeyed(bundle: dict[str, str]) -> None:
    shown = shown_bundle(bundle)
    assert set(shown) == set(bundle)
    assert not any(OBEYED.search(text) for text in shown.values())


@given(foreign_text)
@example("B" * 5_000_000)
def test_an_error_is_visible_and_bounded(text: str) -> None:
    told = str(BuildExtensionError(text))
    assert not OBEYED.search(told)
    assert len(told) <= 8192
    assert told.endswith(visible(text[-100:]))


SPAN = {
    "file_name": "src/lib.rs",
    "byte_start": 0,
    "byte_end": 1,
    "line_start": 1,
    "line_end": 1,
    "column_start": 1,
    "column_end": 2,
    "is_primary": True,
    "label": "here",
    "text": [{"text": "fn f", "highlight_start": 1, "highlight_end": 2}],
    "suggested_replacement": "g",
    "suggestion_applicability": None,
}
DIAGNOSTIC = {
    "message": "mismatched types",
    "code": {"code": "E0308", "explanation": "Expected …"},
    "level": "error",
    "spans": [SPAN],
    "children": [],
    "rendered": "\x1b[31merror\x1b[0m: mismatched",
}
COUNTS = {"errors": 0, "warnings": 1, "omitted": 2}
NAME = {"name": "K", "where": "here", "reason": "so"}
BUILD = {
    "version": 1,
    "phase": "done",
    "crate": "primes",
    "manifest": "/p/Cargo.toml",
    "root": "/p",
    "profile": "release",
    "features": ["fast"],
    "elapsed": 4.2,
    "progress": {"done": 12, "total": 26, "crate": "pyo3"},
    "waiting": "a lock",
    "diagnostics": [DIAGNOSTIC],
    "counts": COUNTS,
    "result": {
        "module": "primes",
        "generation": 3,
        "seconds": 0.3,
        "changed": True,
        "library": "/p/primes.so",
        "rebound": [NAME],
        "stale": [NAME],
        "surface": {"added": ["a"], "changed": ["b"], "removed": ["c"], "omitted": 0},
    },
    "error": {"kind": "build", "message": "no"},
    "previous": 2,
    "notes": ["note"],
    "timings": [{"step": "plan", "seconds": 0.1}],
    "log": "Compiling\n",
}
VERIFY = {
    "version": 1,
    "phase": "failed",
    "exercise": "01_intro/03_functions",
    "title": "Functions",
    "kind": "extension",
    "elapsed": 1.2,
    "progress": None,
    "waiting": "a lock",
    "manifest": None,
    "root": "/p",
    "diagnostics": [DIAGNOSTIC],
    "counts": COUNTS,
    "environment": [{"name": "cargo", "ok": False, "found": None, "needed": "2", "advice": "install"}],
    "tests": [
        {
            "name": "test_f",
            "file": "tests/test_f.py",
            "line": 3,
            "outcome": "failed",
            "seconds": 0.1,
            "message": "no\nnot",
            "details": "E   no",
            "output": "printed",
            "cause": "no",
        }
    ],
    "running": "test_g",
    "notes": ["note"],
    "outcome": {
        "status": "failed",
        "exercise": "01_intro/03_functions",
        "reason": "tests",
        "message": "1 test fails.",
        "passed": 0,
        "failed": 1,
        "seconds": 1.5,
        "buildSeconds": 0.4,
        "hint": {"number": 2, "total": 3},
        "solution": True,
        "next": None,
        "notes": ["note"],
    },
}


@pytest.mark.parametrize(
    ("kind", "valid", "forms"),
    [(protocol.BuildPayload, BUILD, build_output), (protocol.VerifyPayload, VERIFY, verification_output)],
    ids=["build", "verification"],
)
@given(data=st.data())
def test_what_a_task_says_is_shown_with_elements_of_ours(
    kind: Any, valid: Any, forms: Any, data: Any
) -> None:
    texts = data.draw(st.just(valid) | with_parts_replaced(valid) | _with_texts(valid))
    try:
        payload = msgspec.convert(texts, kind)
    except (msgspec.ValidationError, UnicodeError):
        return
    shown = shown_bundle({"text/html": forms.as_html(payload), "text/plain": forms.as_text(payload)})
    assert_ours(shown["text/html"])
    assert not OBEYED.search(shown["text/plain"])


def test_the_payloads_above_are_right() -> None:
    msgspec.convert(BUILD, protocol.BuildPayload)
    msgspec.convert(VERIFY, protocol.VerifyPayload)


def _with_texts(value: Any) -> st.SearchStrategy[Any]:
    """The same with any text in the place of each."""
    if isinstance(value, dict):
        kept = {"phase", "kind", "level", "outcome", "status", "reason", "step"}
        return st.fixed_dictionaries(
            {key: st.just(part) if key in kept else _with_texts(part) for key, part in value.items()}
        )
    if isinstance(value, list):
        return st.tuples(*map(_with_texts, value)).map(list)
    return foreign_text if isinstance(value, str) else st.just(value)
