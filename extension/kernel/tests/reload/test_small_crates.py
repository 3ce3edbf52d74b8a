"""Crates of a few lines, each of a layout that published packages have, followed whole and exactly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from kernel_support.crates import Crate, manifest
from kernel_support.kernel import Kernel

HERE = "this notebook"

PYPROJECT = (
    '[build-system]\nrequires = ["maturin>=1,<2"]\nbuild-backend = "maturin"\n'
    '[project]\nname = "@NAME"\nversion = "0.@V.0"\n'
    '[tool.maturin]\npython-source = "py"\nmodule-name = "@NAME._lib"\n'
)
ONE_FUNCTION = """use pyo3::prelude::*;
#[pymodule]
mod @NATIVE {
    use pyo3::prelude::*;
    #[pyfunction]
    fn @FUNCTION() -> i32 { @V }
}
"""


@dataclass(frozen=True)
class Small:
    """A small crate: its files in which ``@V`` becomes 1 and then 2."""

    rust: str
    python: dict[str, str]
    beside: dict[str, str]


def one_function(function: str, python: dict[str, str]) -> Small:
    """Return a mixed crate whose native module has one function."""
    return Small(ONE_FUNCTION.replace("@FUNCTION", function), python, {})


CRATES = {
    "deca": Small(
        """use pyo3::prelude::*;
#[pymodule]
mod @NATIVE {
    use pyo3::prelude::*;
    #[pyclass]
    struct K {}
    #[pymethods]
    impl K { #[new] fn new() -> Self { K {} } fn v(&self) -> i32 { @V } }
    #[pyfunction]
    fn is_k(x: Bound<'_, PyAny>) -> bool { x.cast::<K>().is_ok() }
    #[pyfunction]
    fn f() -> i32 { @V }
}
""",
        {"__init__.py": "from ._lib import K, f, is_k\n"},
        {},
    ),
    "face_core": Small(
        """use pyo3::prelude::*;
use pyo3::create_exception;
create_exception!(face_of_core, TuneError, pyo3::exceptions::PyException);
#[pyclass(module = "face_of_core")]
struct Geo { #[pyo3(get)] a: i32 }
#[pymethods]
impl Geo {
    #[new] fn new(a: i32) -> Self { Geo { a } }
    fn v(&self) -> i32 { @V }
    fn __getnewargs__(&self) -> (i32,) { (self.a,) }
}
#[pyfunction]
fn bad() -> PyResult<()> { Err(TuneError::new_err("v@V")) }
#[pymodule]
fn @NATIVE(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_class::<Geo>()?;
    m.add("TuneError", m.py().get_type::<TuneError>())?;
    m.add_function(wrap_pyfunction!(bad, m)?)
}
""",
        {},
        {
            "face_of_core.py": "from face_core import Geo, TuneError, bad\n\n\ndef probe():\n    try:\n        bad()\n"
            "    except TuneError as error:\n        return str(error)\n"
        },
    ),
    "mini": Small(
        """use pyo3::prelude::*;
use pyo3::create_exception;
create_exception!(exceptions, TuneError, pyo3::exceptions::PyException);
#[pyfunction]
fn bad() -> PyResult<()> { Err(TuneError::new_err("v@V")) }
#[pymodule]
fn @NATIVE(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add("TuneError", m.py().get_type::<TuneError>())?;
    m.add_function(wrap_pyfunction!(bad, m)?)
}
""",
        {"__init__.py": "from ._lib import TuneError, bad\n"},
        {},
    ),
    "ra": Small(
        """use pyo3::prelude::*;
#[pyfunction]
fn hello() -> i32 { @V }
#[pyclass]
struct Kl {}
#[pymethods]
impl Kl { #[new] fn new() -> Self { Kl {} } fn v(&self) -> i32 { @V } }
#[pymodule]
fn @NATIVE(m: &Bound<'_, PyModule>) -> PyResult<()> {
    let child = PyModule::new(m.py(), "child")?;
    child.add_function(wrap_pyfunction!(hello, &child)?)?;
    child.add_class::<Kl>()?;
    m.add_submodule(&child)?;
    m.py().import("sys")?.getattr("modules")?.set_item("ra.child", child)
}
""",
        {},
        {},
    ),
    "nest": Small(
        """use pyo3::prelude::*;
#[pymodule]
mod @NATIVE {
    use pyo3::prelude::*;
    #[pymodule]
    mod shapes {
        use pyo3::prelude::*;
        #[pyfunction]
        fn area() -> i32 { @V }
    }
}
""",
        {},
        {},
    ),
    "lazyb": one_function(
        "f",
        {
            "__init__.py": "from ._lib import f\n",
            "plot.py": 'from . import f\n\n\ndef draw():\n    return ("drawn", f())\n',
            "deep/__init__.py": "",
            "deep/leaf.py": "from .._lib import f\n\n\ndef leaf():\n    return f()\n",
        },
    ),
    "lazy": one_function(
        "limit",
        {
            "__init__.py": "",
            "tools.py": "from ._lib import limit\n\n\ndef twice():\n    return 2 * limit()\n",
        },
    ),
    "meta": one_function(
        "f",
        {
            "__init__.py": "from importlib.metadata import version\nfrom ._lib import f\n\n"
            '__version__ = version("meta")\n'
        },
    ),
    "mix": one_function("f", {"__init__.py": "from ._lib import f\n", "sub/__init__.py": "X = @V\n"}),
    "auto": Small(
        """use pyo3::prelude::*;
#[pymodule]
mod @NATIVE {
    use pyo3::prelude::*;
    #[pyclass(subclass)]
    struct K {}
    #[pymethods]
    impl K { #[new] fn new() -> Self { K {} } fn v(&self) -> i32 { @V } }
}
""",
        {},
        {"helper_of_auto.py": "from auto import K\n\n\nclass Sub(K):\n    pass\n"},
    ),
    "thing": Small(
        """use pyo3::prelude::*;
#[pymodule]
mod @NATIVE {
    use pyo3::prelude::*;
    #[pyclass(subclass)]
    struct Thing {}
    #[pymethods]
    impl Thing {
        #[new] fn new() -> Self { Thing {} }
        fn v(&self) -> i32 { @V }
        #[staticmethod] fn make() -> Self { Thing {} }
    }
    #[pyclass(eq, eq_int)]
    #[derive(PartialEq)]
    enum Kind { A, B }
    #[pyfunction]
    fn one() -> i32 { @V }
}
""",
        {},
        {},
    ),
}


@dataclass(frozen=True)
class Notebook:
    """A kernel, and the folder of its notebook."""

    kernel: Kernel
    folder: Path

    def edit(self, name: str, *cells: str) -> dict[tuple[str, str], str]:
        """Build the crate ``name``, run the cells, make every 1 a 2, build again; return what is still old, and why."""
        self.write(name, 1)
        self.kernel.built(name)
        for cell in cells:
            ran = self.kernel.run(cell)
            assert ran.error is None, ran.error
        self.write(name, 2)
        result: dict[str, Any] = self.kernel.built(name)["result"]
        return {(entry["where"], entry["name"]): entry["reason"] for entry in result["stale"]}

    def write(self, name: str, version: int) -> None:
        small = CRATES[name]
        native = "_lib" if small.python else name
        files = {"Cargo.toml": manifest(name), "src/lib.rs": small.rust}
        if small.python:
            files["Cargo.toml"] = files["Cargo.toml"].replace("[lib]\n", '[lib]\nname = "_lib"\n')
            files["pyproject.toml"] = PYPROJECT
            files |= {f"py/{name}/{file}": text for file, text in small.python.items()}
        for mark, text in {"@V": str(version), "@NAME": name, "@NATIVE": native}.items():
            files = {file: content.replace(mark, text) for file, content in files.items()}
        Crate.locked(self.folder / name, files)
        for file, text in small.beside.items():
            (self.folder / file).write_text(text)


@pytest.fixture(scope="module")
def notebook(shared_kernel: Kernel, shared_folder: Path) -> Iterator[Notebook]:
    """One notebook for all small crates: each has names of its own."""
    yield Notebook(shared_kernel, shared_folder)


def test_deca_whose_classes_say_they_are_of_another_module(notebook: Notebook) -> None:
    old = notebook.edit("deca", "import deca\nfrom deca import K, f, is_k\nk0 = K()")
    assert notebook.kernel.evaluate("(K().v(), f(), is_k(K()), is_k(k0), k0.v())") == (2, 2, True, False, 1)
    assert list(old) == [(HERE, "k0")]


def test_face_core_whose_face_is_a_module_of_the_users(notebook: Notebook) -> None:
    old = notebook.edit(
        "face_core",
        "import face_of_core, pickle\nfrom face_of_core import Geo, TuneError, probe\ndumped = pickle.dumps(Geo(1))",
    )
    assert notebook.kernel.evaluate("(probe(), face_of_core.probe(), Geo(1).v())") == ("v2", "v2", 2)
    assert notebook.kernel.evaluate("[pickle.loads(one).v() for one in (pickle.dumps(Geo(1)), dumped)]") == [
        2,
        2,
    ]
    assert old == {}


def test_mini_whose_exception_is_re_exported(notebook: Notebook) -> None:
    old = notebook.edit("mini", "from mini import TuneError as MiniError, bad as mini_bad")
    code = "try:\n    mini_bad()\nexcept MiniError as error:\n    print('caught', error)"
    assert notebook.kernel.run(code).text == "caught v2\n"
    assert old == {}


def test_ra_that_puts_a_module_into_sys_modules(notebook: Notebook) -> None:
    old = notebook.edit("ra", "import ra\nfrom ra.child import hello, Kl")
    assert notebook.kernel.evaluate("(hello(), Kl().v(), ra.child.hello())") == (2, 2, 2)
    assert notebook.kernel.run("from ra.child import hello").error is None
    assert old == {}


def test_nest_whose_submodule_the_user_registers(notebook: Notebook) -> None:
    old = notebook.edit("nest", "import nest, sys\nsys.modules['nest.shapes'] = nest.shapes")
    assert notebook.kernel.run("from nest.shapes import area").error is None
    assert notebook.kernel.evaluate("(area(), sys.modules['nest.shapes'] is nest.shapes)") == (2, True)
    assert old == {}


def test_lazyb_whose_submodules_only_the_user_imports(notebook: Notebook) -> None:
    old = notebook.edit(
        "lazyb",
        "import lazyb.plot, lazyb.deep.leaf\nfrom lazyb.plot import draw\nfrom lazyb.deep.leaf import leaf",
    )
    assert notebook.kernel.evaluate("(draw(), lazyb.plot.draw(), leaf(), lazyb.deep.leaf.leaf())") == (
        ("drawn", 2),
        ("drawn", 2),
        2,
        2,
    )
    assert old == {}


def test_lazy_whose_init_is_empty(notebook: Notebook) -> None:
    old = notebook.edit("lazy", "import lazy.tools, lazy._lib\nfrom lazy.tools import twice")
    assert notebook.kernel.evaluate("(twice(), lazy.tools.twice(), lazy._lib.limit())") == (4, 4, 2)
    assert old == {}


def test_meta_that_asks_for_its_own_version(notebook: Notebook) -> None:
    old = notebook.edit("meta", "import meta\nfrom meta import f as f_of_meta")
    assert notebook.kernel.evaluate("(meta.__version__, f_of_meta())") == ("0.2.0", 2)
    assert old == {}


def test_mix_with_a_constant_in_a_submodule(notebook: Notebook) -> None:
    old = notebook.edit("mix", "from mix.sub import X")
    assert notebook.kernel.evaluate("X") == 2
    assert old == {}


def test_auto_whose_subclass_is_in_a_module_of_the_users(notebook: Notebook) -> None:
    old = notebook.edit("auto", "import helper_of_auto\nfrom helper_of_auto import Sub\ns = Sub()")
    assert set(old) == {(HERE, "Sub"), (HERE, "s")}
    assert all("importlib.reload(helper_of_auto)" in reason for reason in old.values())


def test_thing_and_everything_that_holds_it(notebook: Notebook) -> None:
    old = notebook.edit(
        "thing",
        "import enum, functools, types\nfrom collections import defaultdict\nfrom dataclasses import dataclass, field\n"
        "from thing import Kind, Thing, one\n"
        "v, make, opt = Thing.v, Thing.make, Thing | None\n"
        "class Base:\n    kind = Kind.A\n    f = staticmethod(one)\n"
        "class E(enum.Enum):\n    A = Kind.A\n"
        "class H: pass\nh = H(); h.t = Thing()\n"
        "@dataclass\nclass D:\n    t: object = field(default_factory=Thing)\nd = D()\n"
        "simple = types.SimpleNamespace(t=Thing())\n"
        "class OfThing(Thing): pass\nof_thing = OfThing()\n"
        "made = defaultdict(Thing)\n"
        "@functools.lru_cache\ndef cached(): return Thing()\ncached();\n",
    )
    assert notebook.kernel.evaluate("(v(Thing()), make().v(), one(), Kind.A == Kind.A)") == (2, 2, 2, True)
    assert {name for _, name in old} == {
        "opt",
        "Base.kind",
        "Base.f",
        "E.A.value",
        "h.t",
        "D.t",
        "d.t",
        "simple.t",
        "OfThing",
        "of_thing",
        "made.default_factory",
        "cached",
    }
