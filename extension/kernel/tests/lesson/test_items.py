"""The items of Rust and Python files, by their names."""

from __future__ import annotations

import pytest

from jupyterlab_maturin.errors import CourseError
from jupyterlab_maturin.lesson.code.items import find_items
from jupyterlab_maturin.lesson.code.parts import Part, parts_of
from jupyterlab_maturin.lesson.code.python_items import python_items
from jupyterlab_maturin.lesson.code.rust_items import rust_items

RUST = """//! A crate.

use pyo3::prelude::*; // everything

/// How much there is.
#[pyclass(
    frozen
)] // cannot be changed
#[derive(Clone)]
struct Wallet<T> {
    amount: T,
}

const LIMIT: u64 = 10;

create_exception!(wallets, EmptyWallet, PyException);

/// Only one name.
macro_rules! once {
    () => {};
}

// Why it is written by hand.
impl<T> std::fmt::Display for crate::Wallet<T> {
    fn fmt(&self) {}
}

fn unrelated() {} // at the end of its line
fn neighbour() {}

/// The module.
#[pymodule]
mod wallets {
    use super::*;

    #[pymethods]
    impl Wallet<u64> {
        /// Take some out.
        #[pyo3(signature = (amount = 1))]
        fn pay(&self, amount: u64) -> &str {
            "
unindented
"
        }

        fn new() -> Self { todo!() }
    }

    #[pyclass]
    enum Kind { Old, New }

    impl Kind {
        fn new() -> Self { Kind::New }
    }

    #[pyfunction]
    fn count(text: &str) -> usize {
        text.len()
    }

    #[pyfunction]
    fn neighbour_of_count() {}
}
"""


def rust(*names: str, text: str = RUST) -> list[Part]:
    return parts_of(text, find_items(rust_items(text), names, "`src/lib.rs`"))


def python(*names: str) -> list[Part]:
    return parts_of(PYTHON, find_items(python_items(PYTHON), names, "`words.py`"))


def test_a_function_comes_with_its_attributes_and_without_its_indentation() -> None:
    [part] = rust("count")
    assert part.code == "#[pyfunction]\nfn count(text: &str) -> usize {\n    text.len()\n}"
    assert RUST.splitlines()[part.line - 1] == "    #[pyfunction]"


def test_a_struct_comes_with_its_doc_comment_and_every_impl_of_it() -> None:
    first, second, third = rust("Wallet")
    assert first.code.startswith("/// How much there is.\n#[pyclass(\n    frozen\n)] // cannot be changed\n")
    assert first.code.endswith("amount: T,\n}")
    assert second.code.startswith("// Why it is written by hand.\nimpl<T> std::fmt::Display")
    assert third.code.startswith("#[pymethods]\nimpl Wallet<u64> {\n    /// Take some out.")


@pytest.mark.parametrize("name", ["Wallet.pay", "Wallet::pay", "pay", "wallets.Wallet.pay"])
def test_a_method_may_be_shown_alone(name: str) -> None:
    [part] = rust(name)
    assert part.code.startswith("/// Take some out.\n#[pyo3(signature = (amount = 1))]\nfn pay(")
    # What a text holds is not moved.
    assert '"\nunindented\n"\n}' in part.code


def test_a_method_that_several_types_have_needs_its_type() -> None:
    with pytest.raises(CourseError) as caught:
        rust("new")
    assert str(caught.value) == (
        "`new` could be several things in `src/lib.rs`: say which of `Kind.new`, `Wallet.new`."
    )
    assert rust("Kind.new")[0].code == "fn new() -> Self { Kind::New }"


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("LIMIT", "const LIMIT"),
        ("once", "/// Only one name.\nmacro_rules! once"),
        ("create_exception!", "create_exception!(wallets"),
        ("EmptyWallet", "create_exception!(wallets"),
        ("wallets", "/// The module.\n#[pymodule]\nmod wallets {"),
        ("Kind", "#[pyclass]\nenum Kind { Old, New }\n\nimpl Kind {"),
    ],
)
def test_other_items_have_names_too(name: str, begin: str) -> None:
    [part] = rust(name)
    assert part.code.startswith(begin)


def test_a_comment_at_the_end_of_a_line_belongs_to_that_line() -> None:
    [part] = rust("neighbour")
    assert part.code == "fn neighbour() {}"


def test_several_items_come_in_the_order_of_the_file_and_adjoining_ones_together() -> None:
    first, second = rust("neighbour_of_count", "LIMIT", "count")
    assert first.code == "const LIMIT: u64 = 10;"
    assert second.code.startswith("#[pyfunction]\nfn count")
    assert second.code.endswith("}\n\n#[pyfunction]\nfn neighbour_of_count() {}")


def test_an_item_in_another_one_that_is_shown_is_not_shown_twice() -> None:
    assert rust("wallets", "count", "Wallet.pay") == rust("wallets")


def test_a_comment_about_the_file_belongs_to_no_item() -> None:
    assert rust("f", text="//! About the file.\nfn f() {}\n")[0].code == "fn f() {}"


def test_unfinished_code_can_be_shown() -> None:
    assert rust("f", text="fn f() { 1 +\n}\n\nfn g( {\n")[0].code.startswith("fn f() {")


def test_text_beyond_ascii_moves_no_line() -> None:
    assert rust("f", text='const ẞ: &str = "🦀🦀";\nfn f() {}\n') == [Part(2, "fn f() {}")]


def test_an_unknown_item_is_answered_with_a_similar_one_and_what_there_is() -> None:
    with pytest.raises(CourseError) as caught:
        rust("Walet")
    assert str(caught.value) == (
        "There is no `Walet` in `src/lib.rs`. Did you mean `Wallet`? It has `Wallet`, `LIMIT`, "
        "`create_exception`, `once`, `Wallet.fmt`, `unrelated`, `neighbour`, `wallets` and 6 more."
    )


PYTHON = '''"""Words."""

import os

# How many at once.
LIMIT: int = 3


@cache
@other(
    1
)
def count(text):
    """Count."""
    return len(text)


class Counter:
    size = 1

    # Why.
    @property
    def total(self):
        return 1


if os.name == "posix":
    def fork(): ...
'''


def test_a_python_function_comes_with_its_decorators() -> None:
    [part] = python("count")
    assert part.line == 9
    assert part.code.startswith("@cache\n@other(\n    1\n)\ndef count(text):")


def test_a_python_method_a_class_and_a_constant_have_names() -> None:
    assert python("Counter.total")[0].code == "# Why.\n@property\ndef total(self):\n    return 1"
    assert python("Counter")[0].code.startswith("class Counter:\n    size = 1")
    assert python("LIMIT") == [Part(5, "# How many at once.\nLIMIT: int = 3")]
    assert python("fork")[0].code == "def fork(): ..."
