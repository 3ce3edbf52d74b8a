"""Any text, where code is read: the files that a lesson shows, and the cells and modules that names follow into."""

from __future__ import annotations

import warnings
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st
from kernel_support.foreign import assert_sentence, foreign_text, mutated

from jupyterlab_maturin.cells.magic_code import code_of_cell
from jupyterlab_maturin.errors import CourseError
from jupyterlab_maturin.lesson.code.files import CourseFile
from jupyterlab_maturin.lesson.code.shown import parts_named
from jupyterlab_maturin.reload.follow.import_statements import names_set_by
from jupyterlab_maturin.used_objects import names_in

RUST = """//! About the file.
use pyo3::prelude::*;

/// A wallet.
#[pyclass]
pub struct Wallet<T> { euros: T }

impl<T> Wallet<T> {
    fn pay(&self) -> u32 { 1 }
}
mod inner { pub const LIMIT: u32 = 3; }
create_exception!(m, TooMuch, PyException);
macro_rules! twice { ($x:expr) => { $x * 2 } }
"""
PYTHON = """import math
# about it
@decorated
class Wallet(dict):
    limit: int = 3

    def pay(self):
        return 1

if math:
    from primes import nth_prime as nth, other
x = y = 1
"""
#: Text is read as UTF-8, so it holds no halves of pairs.
text = foreign_text.map(lambda one: one.encode(errors="ignore").decode())
names = st.lists(
    st.sampled_from(["Wallet", "Wallet.pay", "Wallet::pay", "pay", "TooMuch", "x", "nth"]) | text, min_size=1
)


def _inserted(source: str) -> st.SearchStrategy[str]:
    return mutated(source, text)


@given(text | _inserted(RUST), names)
@example("//\x0c\x0b\x85\u2028\nfn f() {}\nfn g() {}\n", ["g"])
@example("\r\rfn f() {}\r", ["f"])
@example("impl {}", ["f"])
@example("m!", ["m"])
@example("mod a {" * 3_000, ["a"])
@example("fn f() {}", ["\x1b[2J" + "x" * 10_000])
def test_items_of_any_rust_are_parts_or_a_sentence(source: str, wanted: list[str]) -> None:
    _try("src/lib.rs", source, wanted)


@given(text | _inserted(PYTHON), names)
@example("x = '''\x0c\x0b\x85\u2028'''\ny = 1\n", ["y"])
@example("#\x0c\n#\x85\ny = 1", ["y"])
@example("x = 1\x00", ["x"])
@example("(" * 5_000, ["x"])
@example("x = " + "-" * 100_000 + "1", ["x"])
@example("x = " + "9" * 5_000, ["x"])
@example("x = '\\U00110000'", ["x"])
@example("if 1:\n" + "".join(" " * depth + "if 1:\n" for depth in range(1, 99)) + " " * 99 + "x = 1", ["x"])
@example("# -*- coding: nonsense -*-\nx = 1", ["x"])
def test_items_of_any_python_are_parts_or_a_sentence(source: str, wanted: list[str]) -> None:
    _try("a.py", source, wanted)


def _try(name: str, source: str, wanted: list[str]) -> None:
    # As it is read from a file.
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    lines = source.split("\n")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parts = parts_named(CourseFile("01_intro/01_first", name, Path(name)), source, wanted)
    except CourseError as error:
        assert_sentence(str(error))
        return
    assert parts
    for part in parts:
        shown = part.code.split("\n")
        assert part.line >= 1 and part.line - 1 + len(shown) <= len(lines)
        assert [line.strip() for line in shown] == [
            line.strip() for line in lines[part.line - 1 : part.line - 1 + len(shown)]
        ]


@given(foreign_text | _inserted(PYTHON), foreign_text)
@example("(" * 5_000, "")
@example("x = " + "-" * 100_000 + "1", "")
@example("x" + ".x" * 50_000 + " = 1", "")
@example("x = 1\x00", "")
@example("from ...... import a", "p")
@example("from . import a", "\ud800.")
def test_import_statements_are_read_from_any_text(source: str, package: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, place in names_set_by(source, package):
            assert isinstance(name, str) and isinstance(place.module, str)


CELL = "get_ipython().run_line_magic('timeit', '-n 10 f(3)')\nget_ipython().run_cell_magic('time', '', 'g()')\nh(1)"


@given(foreign_text | mutated(CELL))
@example("get_ipython().run_line_magic('time', " + repr("-" * 100_000 + "1") + ")")
@example("get_ipython().run_line_magic(" + "(" * 150 + ")")
def test_names_in_any_cell_are_read(source: str) -> None:
    for code in code_of_cell(source, lambda body: body):
        assert all(isinstance(name, str) for name in names_in(code, as_cell=True).variables)
