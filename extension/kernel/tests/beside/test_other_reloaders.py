"""What else reloads modules in a kernel neither undoes a swap nor breaks it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from kernel_support.crates import Crate
from kernel_support.kernel import Kernel

LAYOUTS = pytest.mark.parametrize("layout", [Crate.pure, Crate.mixed], ids=["pure", "mixed"])


@LAYOUTS
@pytest.mark.parametrize("mode", [2, pytest.param(3, marks=pytest.mark.slow)])
def test_autoreload_follows_a_users_file_and_leaves_what_was_built_alone(
    kernel: Kernel, tmp_path: Path, mode: int, layout: Callable[[Path, str], Crate]
) -> None:
    crate = layout(tmp_path / "watched", "watched")
    helper = tmp_path / "helper.py"
    helper.write_text("from watched import answer\n\n\ndef probe():\n    return answer()\n")
    kernel.run(f"%load_ext autoreload\n%autoreload {mode}")
    kernel.built("watched")
    kernel.run(
        "import watched, helper\nfrom watched import answer\nfrom helper import probe\nobject_ = watched"
    )
    crate.answers(1, 2)
    built = kernel.built("watched")["result"]["generation"]
    # autoreload looks before each cell. What it did before one cell shows in the next.
    quiet = [kernel.run(f"seen = answer(), watched.answer(), probe()  # {n}") for n in range(2)]
    assert [cell.errors for cell in quiet] == ["", ""]
    assert kernel.evaluate("(seen, object_ is watched, watched.__build__.generation)") == (
        (2, 2, 2),
        True,
        built,
    )
    helper.write_text("from watched import answer\n\n\ndef probe():\n    return -answer()\n")
    kernel.run("pass")
    assert kernel.evaluate("probe()") == -2
    crate.answers(2, 3)
    kernel.built("watched")
    assert kernel.evaluate("(probe(), answer())") == (-3, 3)


@LAYOUTS
def test_a_user_who_calls_importlib_reload_gets_the_newest_build(
    shared_kernel: Kernel, shared_folder: Path, layout: Callable[[Path, str], Crate]
) -> None:
    kernel, name = shared_kernel, f"again_{layout.__name__}"
    crate = layout(shared_folder / name, name)
    kernel.built(name)
    kernel.run(f"import importlib, {name} as again\nfrom {name} import answer")
    assert kernel.evaluate("(importlib.reload(again) is again, again.answer())") == (True, 1)
    crate.answers(1, 2)
    kernel.built(name)
    assert kernel.evaluate("(answer(), importlib.reload(again) is again, again.answer())") == (2, True, 2)


def test_loading_the_extension_again_changes_nothing(shared_kernel: Kernel, shared_folder: Path) -> None:
    crate = Crate.pure(shared_folder / "twice_loaded", "twice_loaded")
    shared_kernel.built("twice_loaded")
    shared_kernel.run("from twice_loaded import answer")
    shared_kernel.run("%load_ext jupyterlab_maturin")
    shared_kernel.run("%reload_ext jupyterlab_maturin")
    assert shared_kernel.built("twice_loaded")["result"]["changed"] is False
    crate.answers(1, 2)
    shared_kernel.built("twice_loaded")
    assert shared_kernel.evaluate("answer()") == 2


def test_a_lazy_module_of_the_users_is_not_loaded_by_a_build_and_follows_once_it_is(
    shared_kernel: Kernel, shared_folder: Path
) -> None:
    kernel = shared_kernel
    crate = Crate.pure(shared_folder / "early", "early")
    (shared_folder / "lazily.py").write_text("from early import answer\n")
    kernel.built("early")
    kernel.run(
        "import importlib.util, sys\n"
        "spec = importlib.util.find_spec('lazily')\n"
        "spec.loader = importlib.util.LazyLoader(spec.loader)\n"
        "lazily = sys.modules['lazily'] = importlib.util.module_from_spec(spec)\n"
        "spec.loader.exec_module(lazily)"
    )
    crate.answers(1, 2)
    kernel.built("early")
    assert kernel.evaluate("(type(lazily).__name__, lazily.answer(), type(lazily).__name__)") == (
        "_LazyModule",
        2,
        "module",
    )
    crate.answers(2, 3)
    kernel.built("early")
    assert kernel.evaluate("lazily.answer()") == 3
