"""One crate with everything that a notebook can hold on to, in both layouts and in two versions.

Whatever it returns is the number of the version, so a test sees at once which build answered.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kernel_support.crates import Crate, manifest

NAME = "every"

#: A line that ends in ``//1`` is in the first version only, one that ends in ``//2`` in the second only; ``@V`` is the
#: version, ``@NATIVE`` the name of the native module.
RUST = """use std::fs::File;
use std::io::Read;
use std::mem::ManuallyDrop;
use std::os::fd::FromRawFd;
use std::sync::atomic::{AtomicI32, Ordering};

use pyo3::create_exception;
use pyo3::exceptions::PyException;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyType};

const V: i32 = @V;

static CALLS: AtomicI32 = AtomicI32::new(0);

create_exception!(every, TuneError, PyException);
create_exception!(nowhere, ForeignError, PyException);

#[pyfunction]
fn hello() -> i32 {
    V
}

#[pyclass]
struct Kl {}

#[pymethods]
impl Kl {
    #[new]
    fn new() -> Self {
        Kl {}
    }

    fn v(&self) -> i32 {
        V
    }
}

#[pymodule]
mod @NATIVE {
    use super::*;

    #[pymodule_export]
    use super::{ForeignError, TuneError};

    #[pymodule_export]
    const LIMIT: i32 = 1000 + V;
    #[pymodule_export]
    const SMALL: i32 = V;
    #[pymodule_export]
    const RATIO: f64 = 0.5 + V as f64;
    #[pymodule_export]
    const TITLE: &str = "version @V";
    #[pymodule_export]
    const FIRST: bool = V == 1;
    #[pymodule_export] //1
    const OVER: i32 = 77; //1

    /// Returns the version @V.
    #[pyfunction]
    fn one() -> i32 {
        V
    }

    #[pyfunction] //1
    fn gone() -> i32 { V } //1
    #[pyfunction] //2
    fn added() -> i32 { V } //2

    #[pyfunction] //1
    fn grows(a: i32) -> i32 { a } //1
    #[pyfunction] //2
    #[pyo3(signature = (a, b=5))] //2
    fn grows(a: i32, b: i32) -> i32 { a + b } //2

    #[pyfunction] //1
    fn turns_into_a_class() -> i32 { V } //1
    #[pyclass(name = "turns_into_a_class")] //2
    struct WasAFunction {} //2
    #[pymethods] //2
    impl WasAFunction { //2
        #[new] //2
        fn new() -> Self { WasAFunction {} } //2
    } //2

    #[pyfunction]
    fn is_thing(x: Bound<'_, PyAny>) -> bool {
        x.cast::<Thing>().is_ok()
    }

    #[pyfunction]
    fn takes(thing: PyRef<'_, Thing>) -> i32 {
        V + 0 * thing.a
    }

    #[pyfunction]
    fn fail(kind: &str) -> PyResult<()> {
        match kind {
            "foreign" => Err(ForeignError::new_err(V)),
            _ => Err(TuneError::new_err(V)),
        }
    }

    #[pyfunction]
    fn counts() -> i32 {
        CALLS.fetch_add(1, Ordering::SeqCst) + 1
    }

    #[pyfunction]
    fn call(function: Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        Ok(function.call0()?.unbind())
    }

    /// Waits, without the GIL, until there is something to read.
    #[pyfunction]
    fn waits(py: Python<'_>, descriptor: i32) -> i32 {
        py.detach(|| {
            let mut file = ManuallyDrop::new(unsafe { File::from_raw_fd(descriptor) });
            let _ = file.read(&mut [0]);
        });
        V
    }

    #[pyclass(weakref)]
    struct Thing {
        #[pyo3(get)]
        a: i32,
    }

    #[pymethods]
    impl Thing {
        #[classattr]
        const LEVEL: i32 = V;

        #[new]
        #[pyo3(signature = (a=0))]
        fn new(a: i32) -> Self {
            Thing { a }
        }

        fn v(&self) -> i32 {
            V
        }

        #[staticmethod]
        fn make() -> Self {
            Thing { a: V }
        }

        #[classmethod]
        fn create(_: &Bound<'_, PyType>) -> Self {
            Thing { a: 10 * V }
        }

        #[getter]
        fn size(&self) -> i32 {
            V
        }

        fn early(&self) -> i32 { V } //1
        fn late(&self) -> i32 { V } //2
    }

    #[pyclass(subclass)]
    struct Base {}

    #[pymethods]
    impl Base {
        #[new]
        fn new() -> Self {
            Base {}
        }

        fn v(&self) -> i32 {
            V
        }
    }

    #[pyclass(extends = Base)]
    struct Derived {}

    #[pymethods]
    impl Derived {
        #[new]
        fn new() -> PyClassInitializer<Self> {
            PyClassInitializer::from(Base {}).add_subclass(Derived {})
        }
    }

    #[pyclass(module = "every")]
    struct Card {
        #[pyo3(get)]
        a: i32,
    }

    #[pymethods]
    impl Card {
        #[new]
        fn new(a: i32) -> Self {
            Card { a }
        }

        fn v(&self) -> i32 {
            V
        }

        fn __getnewargs__(&self) -> (i32,) {
            (self.a,)
        }
    }

    #[pyclass(module = "face")]
    struct Geo {
        #[pyo3(get)]
        a: i32,
    }

    #[pymethods]
    impl Geo {
        #[new]
        fn new(a: i32) -> Self {
            Geo { a }
        }

        fn v(&self) -> i32 {
            V
        }

        fn __getnewargs__(&self) -> (i32,) {
            (self.a,)
        }
    }

    #[pyclass(eq, eq_int, frozen, hash)]
    #[derive(PartialEq, Hash)]
    enum Kind {
        A,
        B,
        C, //2
    }

    #[pymethods]
    impl Kind {
        fn v(&self) -> i32 {
            V
        }
    }

    #[pyclass]
    enum Shape {
        Circle { radius: i32 },
        Square { side: i32 },
    }

    #[pymethods]
    impl Shape {
        fn v(&self) -> i32 {
            V
        }
    }

    #[pyclass(frozen, eq, hash)]
    #[derive(PartialEq, Hash)]
    struct Key {
        number: i32,
    }

    #[pymethods]
    impl Key {
        #[new]
        fn new(number: i32) -> Self {
            Key { number }
        }
    }

    #[pymodule]
    mod shapes {
        use super::*;

        #[pymodule_export]
        const SIDES: i32 = 2000 + V;

        #[pyfunction]
        fn area() -> i32 {
            V
        }

        #[pyclass]
        struct Square {}

        #[pymethods]
        impl Square {
            #[new]
            fn new() -> Self {
                Square {}
            }

            fn v(&self) -> i32 {
                V
            }
        }

        #[pymodule]
        mod deepest {
            use super::*;

            #[pyfunction]
            fn depth() -> i32 {
                V
            }
        }
    }

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        let py = module.py();
        let child = PyModule::new(py, "child")?;
        child.add_function(wrap_pyfunction!(hello, &child)?)?;
        child.add_class::<Kl>()?;
        child.add("AGE", 3000 + V)?;
        module.add_submodule(&child)?;
        py.import("sys")?.getattr("modules")?.set_item("every.child", &child)?;
        let table = PyDict::new(py);
        table.set_item("v", V)?;
        module.add("TABLE", table)?;
        module.add("PAIR", (V, "pair"))
    }
}
"""

PYPROJECT = """[build-system]
requires = ["maturin>=1,<2"]
build-backend = "maturin"

[project]
name = "every"
version = "0.@V.0"

[project.entry-points."every.plugins"]
plugin@V = "every:one"

[tool.maturin]
python-source = "py"
python-packages = ["every", "every_beside"]
module-name = "every._lib"
"""

#: The Python files of the mixed layout; `__init__.py` imports ``sub`` and none of the others.
PYTHON = {
    "every/__init__.py": """from importlib.metadata import version

from . import _lib, sub
from ._lib import *
from ._lib import child, shapes

__version__ = version("every")


def twice():
    return 2 * one()


def raises():
    raise LookupError("version @V")


class Wrapper:
    thing = Thing

    def v(self):
        return Thing().v()
""",
    "every/sub/__init__.py": "X = 4000 + @V\n\n\ndef where():\n    return @V\n",
    "every/plot.py": 'from . import one\n\nSTYLE = "style @V"\n\n\ndef draw():\n    return ("drawn", @V, one())\n',
    "every/tools.py": """import functools

from ._lib import Base, one as limit


def twice():
    return 2 * limit()


@functools.lru_cache
def remembered():
    return limit()


class Tool(Base):
    def both(self):
        return (@V, self.v())
""",
    "every/deep/__init__.py": "",
    "every/deep/leaf.py": "from .._lib import one\n\n\ndef leaf():\n    return one()\n",
    "every/data.txt": "data @V\n",
    "every_beside/__init__.py": "import every\n\n\ndef beside():\n    return (@V, every.one())\n",
}
#: The files that only one of the versions has.
FIRST = {"every/early.py": "def early():\n    return @V\n"}
SECOND = {"every/late.py": "def late():\n    return @V\n"}


@dataclass(frozen=True)
class EveryCrate:
    """The crate on disk, in one of the layouts."""

    path: Path
    layout: str

    @classmethod
    def first(cls, path: Path, layout: str) -> EveryCrate:
        """Make the first version in ``path``."""
        crate = cls(path, layout)
        crate.write(1)
        return crate

    @property
    def crate(self) -> Crate:
        return Crate(self.path)

    def write(self, version: int) -> None:
        """Make the files those of ``version``."""
        files = {"Cargo.toml": self._manifest(version)}
        native = NAME
        if self.layout == "mixed":
            native = "_lib"
            python = {**PYTHON, **(FIRST if version == 1 else SECOND)}
            files |= {"pyproject.toml": PYPROJECT} | {f"py/{name}": text for name, text in python.items()}
            for name in FIRST if version != 1 else ():
                (self.path / "py" / name).unlink(missing_ok=True)
        files["src/lib.rs"] = RUST.replace("@NATIVE", native)
        before = [path for path in map(self.path.joinpath, files) if path.exists()]
        newest = max((path.stat().st_mtime_ns for path in before), default=0)
        Crate.locked(self.path, {name: of_version(text, version) for name, text in files.items()})
        for name in files:  # cargo notices a file that is newer than its last build
            now = max((self.path / name).stat().st_mtime_ns, newest + 1)
            os.utime(self.path / name, ns=(now, now))

    def _manifest(self, version: int) -> str:
        text = manifest(NAME).replace("0.1.0", f"0.{version}.0")
        return text.replace("[lib]\n", '[lib]\nname = "_lib"\n') if self.layout == "mixed" else text


def of_version(text: str, version: int) -> str:
    """Return ``text`` as it is in ``version``: from 2 on, the versions differ in their number only."""
    other = " //2" if version == 1 else " //1"
    lines = [line for line in text.splitlines() if not line.endswith(other)]
    return "\n".join(lines).replace("@V", str(version)) + "\n"
