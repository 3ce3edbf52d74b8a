"""A package that only an extra installs is imported where it is needed, and the extra is named where it is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from jupyterlab_maturin import BuildExtensionError, MissingExtraError
from jupyterlab_maturin.extras import require


def test_a_module_that_is_installed_is_returned() -> None:
    assert require("xml.dom", "gil", "Drawing a chart") is sys.modules["xml.dom"]


@pytest.mark.parametrize("module", ["no_such_module", "no_such_module.charts"])
def test_a_missing_module_names_the_extra_that_brings_it(module: str) -> None:
    with pytest.raises(MissingExtraError) as caught:
        require(module, "gil", "Drawing a chart")
    assert str(caught.value) == (
        "Drawing a chart: no_such_module is not installed; "
        'install it with `pip install "jupyterlab-maturin[gil]"`.'
    )
    assert isinstance(caught.value, BuildExtensionError) and isinstance(caught.value, ImportError)
    assert caught.value.name == "no_such_module"


def test_a_module_that_lacks_something_itself_is_not_called_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "half_installed.py").write_text("import no_such_module\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError) as caught:
        require("half_installed", "gil", "Drawing a chart")
    assert not isinstance(caught.value, MissingExtraError)
