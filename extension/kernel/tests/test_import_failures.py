"""Why a library that compiled would not be imported, in one sentence that says what to do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from jupyterlab_maturin.reload.import_failures import explain

PYTHON = ".".join(map(str, sys.version_info[:2]))


@pytest.mark.parametrize(
    ("raised", "found", "remedy"),
    [
        (
            "/t/1/late.abi3.so: undefined symbol: Py_GetConstantBorrowed",
            f"Py_GetConstantBorrowed, which Python {PYTHON} does not have",
            f"for Python {PYTHON} or older",
        ),
        (
            "/t/1/late.abi3.so: undefined symbol: PyType_GetModuleByDef",
            f"PyType_GetModuleByDef, which Python {PYTHON} does not have",
            "a kernel with a newer Python",
        ),
        (
            "dlopen(/t/1/late.so, 0x0002): symbol not found in flat namespace '_Py_GetConstant'",
            f"Py_GetConstant, which Python {PYTHON} does not have",
            "abi3-py",
        ),
        (
            "/t/1/late.so: undefined symbol: foo_init",
            "foo_init, which no library that it is linked with defines",
            "cargo::rustc-link-lib",
        ),
    ],
)
def test_a_function_that_is_nowhere_is_named_with_what_to_do(raised: str, found: str, remedy: str) -> None:
    sentence = explain("late", Path("/t/1/late.so"), ImportError(raised))
    assert sentence.startswith("Importing late: it uses ")
    assert found in sentence and remedy in sentence
