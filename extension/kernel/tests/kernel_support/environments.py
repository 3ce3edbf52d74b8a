"""Virtual environments of their own, and crates that are quick to build for them.

PyO3 is compiled once for each path of an interpreter, which takes half a minute. These crates ask nothing of PyO3: they
have an empty crate in its place, by which maturin knows what to do, and define a module with Python's C interface.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from kernel_support.crates import REPOSITORY, Crate, manifest

#: A module with a function ``answer() -> 1``.
SOURCE = """use std::ffi::{{c_char, c_int, c_long, c_void}};
use std::ptr::{{null, null_mut}};

#[repr(C)]
struct MethodDef(*const c_char, Option<unsafe extern "C" fn(*mut c_void, *mut c_void) -> *mut c_void>, c_int, *const c_char);

#[repr(C)]
struct ModuleDef {{
    head: [isize; 5],
    name: *const c_char,
    doc: *const c_char,
    size: isize,
    methods: *mut MethodDef,
    rest: [*mut c_void; 4],
}}

unsafe extern "C" {{
    fn PyModule_Create2(definition: *mut ModuleDef, version: c_int) -> *mut c_void;
    fn PyLong_FromLong(number: c_long) -> *mut c_void;
}}

fn number() -> c_long {{
        1
}}

unsafe extern "C" fn answer(_module: *mut c_void, _arguments: *mut c_void) -> *mut c_void {{
    unsafe {{ PyLong_FromLong(number()) }}
}}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn PyInit_{module}() -> *mut c_void {{
    let no_arguments = 4;
    let methods = Box::leak(Box::new([
        MethodDef(c"answer".as_ptr(), Some(answer), no_arguments, null()),
        MethodDef(null(), None, 0, null()),
    ]));
    let definition = Box::leak(Box::new(ModuleDef {{
        head: [1, 0, 0, 0, 0],
        name: c"{module}".as_ptr(),
        doc: null(),
        size: -1,
        methods: methods.as_mut_ptr(),
        rest: [null_mut(); 4],
    }}));
    unsafe {{ PyModule_Create2(definition, 1013) }}
}}
"""


def crate_without_pyo3(path: Path, name: str, *, mixed: bool = False, build_script: str = "") -> Crate:
    """Make a crate whose module has ``answer() -> 1``; in a mixed one, ``shapes.py`` has ``corners() -> 4``."""
    files = {
        "Cargo.toml": manifest(name, pyo3='{ path = "pyo3" }').replace(
            "[lib]\n", f'[lib]\nname = "{name}"\n'
        ),
        "pyo3/Cargo.toml": '[package]\nname = "pyo3"\nversion = "0.29.0"\n',
        "pyo3/src/lib.rs": "",
        "pyproject.toml": (
            '[build-system]\nrequires = ["maturin>=1,<2"]\nbuild-backend = "maturin"\n'
            f'[project]\nname = "{name}-project"\nversion = "0.1.0"\n'
        ),
        "src/lib.rs": SOURCE.format(module="_native" if mixed else name),
    }
    if mixed:
        files["pyproject.toml"] += (
            f'[tool.maturin]\npython-source = "python"\nmodule-name = "{name}._native"\n'
        )
        files[f"python/{name}/__init__.py"] = "from ._native import answer\n"
        files[f"python/{name}/shapes.py"] = (
            "from ._native import answer\n\n\ndef corners():\n    return answer() + 3\n"
        )
    if build_script:
        files["build.rs"] = build_script
    return Crate.of(path, files)


class Environment:
    """A virtual environment that also sees the packages of the one that runs the tests."""

    def __init__(self, folder: Path) -> None:
        # The packages of the tests are seen here, so a pip of its own is needed only where they have none.
        options = ["--without-pip"] if importlib.util.find_spec("pip") else []
        subprocess.run([sys.executable, "-m", "venv", *options, folder], check=True)
        self.folder = folder
        self.python = folder / "bin" / "python"
        (folder / "bin" / "maturin").symlink_to(Path(sys.executable).parent / "maturin")
        [packages] = folder.glob("lib/python*/site-packages")
        self.packages = packages
        tests = [sysconfig.get_paths()["purelib"], str(REPOSITORY / "extension" / "kernel")]
        (packages / "tests.pth").write_text("\n".join(tests) + "\n")

    def develop(self, crate: Crate, environment: dict[str, str]) -> None:
        """Run ``maturin develop`` on ``crate``."""
        command = [str(self.folder / "bin" / "maturin"), "develop", "--release"]
        self._run(command, crate, {**environment, "VIRTUAL_ENV": str(self.folder)})

    def pip_install(self, crate: Crate, environment: dict[str, str]) -> None:
        """Run ``pip install`` on ``crate``."""
        options = ["--no-build-isolation", "--no-deps", "--quiet", "--disable-pip-version-check"]
        self._run([str(self.python), "-m", "pip", "install", *options, "."], crate, environment)

    def add_distribution(self, name: str, version: str, files: dict[str, str]) -> None:
        """Install a distribution that was made of nothing but these Python files."""
        information = f"{name}-{version}.dist-info"
        for path, content in {
            **files,
            f"{information}/METADATA": f"Name: {name}\nVersion: {version}\n",
        }.items():
            (self.packages / path).parent.mkdir(exist_ok=True)
            (self.packages / path).write_text(content)
        record = "".join(f"{path},,\n" for path in files)
        (self.packages / information / "RECORD").write_text(record)

    def _run(self, command: list[str], crate: Crate, environment: dict[str, str]) -> None:
        path = f"{self.folder / 'bin'}{os.pathsep}{environment['PATH']}"
        ran = subprocess.run(
            command,
            cwd=crate.path,
            env={**environment, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
