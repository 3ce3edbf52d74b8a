"""What happens to one package: built, imported, edited, broken, mended, and what was said about it."""

from __future__ import annotations

import ast
import json
import re
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sources
from packages import Edit, Package

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "extension" / "kernel" / "tests"))

import kernel_support.kernel
from kernel_support.kernel import Cell, Kernel

#: Seconds without a word from the kernel. A first build compiles many crates.
kernel_support.kernel.LONGEST = 900.0

#: The user's own module, which imports what the notebook imports.
HELPER = "mine"
NOTEBOOK = "this notebook"

#: Ways to keep a function ``F``, a class ``C`` and an object ``X`` that no package's README shows.
HOLDERS = """
import dataclasses, functools, types
in_list = [{F}]
in_dict = {{"f": {F}}}
in_depth = [({X}, [0])]
in_partial = functools.partial({F})
in_object = types.SimpleNamespace(step={F})
thing_in_object = types.SimpleNamespace(thing={X})
def in_default(f={F}):
    return f
def _closing_over(x):
    return lambda: x
in_closure = _closing_over({F})
thing_in_closure = _closing_over({X})
class InClass:
    kind = {C}
class InStatic:
    f = staticmethod({F})
@dataclasses.dataclass
class InField:
    kind: object = {C}
in_field = InField()
@functools.lru_cache
def in_cache(n):
    return {X}
in_cache(1)
in_union = {C} | None
alias = {F}
alias_of_class = {C}
"""


@dataclass
class Row:
    """A line of the table."""

    package: Package
    pyo3: str = ""
    seconds: list[float] = field(default_factory=list)
    followed: int = 0
    reported: int = 0
    #: What must not be: a sentence each.
    faults: list[str] = field(default_factory=list)
    #: Variables that lead to something old although no report says so.
    unreported: list[str] = field(default_factory=list)
    tests: list[str] = field(default_factory=list)


class Trial:
    """One package in one kernel."""

    def __init__(self, package: Package, work: Path, environment: dict[str, str], needs: Path) -> None:
        self.package = package
        self.source = sources.unpack(package, work)
        self.folder = self.source.parent
        self.needs = needs
        self.row = Row(package, sources.pyo3_version(self.source))
        self.imports = f"FOLDER = {str(self.source)!r}\n{package.imports}\n"
        (self.folder / f"{HELPER}.py").write_text(self.imports)
        self.kernel = Kernel(self.folder, environment)
        self.top = ""
        self.reports: dict[str, Any] = {}

    def run(self) -> Row:
        """Do it all; what goes wrong is in the row."""
        try:
            self._run()
        except Exception as error:  # noqa: BLE001 - one package's failure is a line of the table
            self.row.faults.append(f"{type(error).__name__}: {str(error)[:2_000]}")
        finally:
            self.kernel.shut_down()
        return self.row

    def _run(self) -> None:
        package = self.package
        # Under names that the survey takes for the interpreter's, so that they are not among the user's variables.
        here = str(Path(__file__).parent)
        self._do(
            "import sys as _\n"
            f"_.path.append({here!r})\nimport still_old as __checker__, sdist_tests as __tests__\n_.path.remove({here!r})\n"
            # From the beginning: pycrdt's tests with trio fail in any Python where trio can be found only later.
            f"_.path.append({str(self.needs)!r})\n"
            "%load_ext jupyterlab_maturin"
        )
        built = self._build("the first build")
        self.top = built["module"].partition(".")[0]
        first_tests = self._test("the first build", forked=True)
        self._do(self.imports)
        self._do(f"import {HELPER}")
        self._do(package.kept)
        self._do(HOLDERS.format(F=package.function, C=package.class_, X=package.instance))

        self._expect(package.rust, package.rust.before, "after the first build")
        sources.replace(self.source / package.rust.file, package.rust.old, package.rust.new)
        self._rebuild("an edit of the Rust")
        self._expect(package.rust, package.rust.after, "after an edit of the Rust")
        second_tests = self._test("the second build", forked=True)
        child_tests = self._test("the second build, in a child", forked=False)
        self._compare_tests(first_tests, second_tests, child_tests)

        if package.python is not None:
            self._expect(package.python, package.python.before, "before the edit of the Python")
            sources.replace(self.source / package.python.file, package.python.old, package.python.new)
            self._rebuild("an edit of the Python")
            self._expect(package.python, package.python.after, "after an edit of the Python")

        broken = self.source / package.rust.file
        whole = broken.read_text()
        sources.write(broken, whole + '\nfn broken() -> u32 {\n    "text"\n}\n')
        cell = self.kernel.build(self._line())
        if cell.payload["phase"] != "failed":
            self.row.faults.append("a type error did not fail the build")
        if cell.payload.get("result"):
            self.row.faults.append("a build that failed has a result")
        self._expect(package.rust, package.rust.after, "after a build that failed")
        if package.python is not None:
            self._expect(package.python, package.python.after, "after a build that failed")
        sources.write(broken, whole.replace(package.rust.new, package.rust.old))
        self._rebuild("the mend")
        self._expect(package.rust, package.rust.before, "after the mend")

    # Builds

    def _line(self) -> str:
        return f"{self.source.name} --profile dev"

    def _build(self, what: str) -> dict[str, Any]:
        cell = self.kernel.build(self._line())
        payload = cell.payload
        if payload["phase"] != "done":
            raise RuntimeError(f"{what} {payload['phase']}: {payload['error']} {payload['log'][-800:]}")
        result: dict[str, Any] = payload["result"]
        self.row.seconds.append(result["seconds"])
        return result

    def _rebuild(self, what: str) -> None:
        """Build, and compare what is old with what the output says, which is kept in ``reports.json``."""
        self._do(f"__checker__.remember({self.top!r})")
        modules = self._modules()
        result = self._build(what)
        if not result["changed"]:
            self.row.faults.append(f"{what}: nothing was loaded")
        gone = [name for name in modules if name not in self._modules()]
        self.row.faults += [f"{what}: {name} is no longer imported" for name in gone]
        self.reports[what] = result
        (self.folder / "reports.json").write_text(json.dumps(self.reports, indent=1))
        self.row.followed += len(result["rebound"])
        self.row.reported += len(result["stale"])
        self._compare(what, result)

    def _compare(self, what: str, result: dict[str, Any]) -> None:
        namespaces = f"{{{NOTEBOOK!r}: globals(), {HELPER!r}: vars({HELPER})}}"
        seen = self._value(f"__checker__.survey({self.top!r}, {result['library']!r}, {namespaces})")
        behind = self._value(f"__checker__.left_behind({self._imported()!r}, {namespaces})")
        variables = {
            where: set(self._value(f"list({names})"))
            for where, names in ((NOTEBOOK, "globals()"), (HELPER, f"vars({HELPER})"))
        }

        def root(entry: dict[str, str]) -> tuple[str, str]:
            """Return the variable in a name as a report writes it: ``cache`` in ``cache["f"]``, ``an element of cache``."""
            words = re.findall(r"\w+", entry["name"])
            known = variables.get(entry["where"], set())
            return entry["where"], next((word for word in words if word in known), words[0])

        said = {root(one) for one in result["stale"]}
        old = {(one["where"], one["name"]): one["way"] for one in seen["variables"]}
        for where, name in sorted(set(old) - said):
            self.row.unreported.append(f"{what}: {name} in {where} ({old[where, name]})")
        for one in behind:
            where, _, name = one.partition(": ")
            if (where, name) not in said:
                self.row.unreported.append(f"{what}: {name} in {where} is not what its import gives now")
        self.row.faults += [f"{what}: the package itself has an old {name}" for name in seen["inside"]]
        for where, name in sorted(said - set(old)):
            if where in (NOTEBOOK, HELPER):
                reasons = [one["reason"] for one in result["stale"] if root(one) == (where, name)]
                if not any("has no" in reason for reason in reasons):
                    self.row.faults.append(f"{what}: {name} in {where} is said to be old: {reasons}")
        entries = [f"{one['name']} in {one['where']}: {one['reason']}" for one in result["stale"]]
        twice = sorted({entry for entry in entries if entries.count(entry) > 1})
        self.row.faults += [f"{what}: {one} is named twice" for one in twice]

    # Looking

    def _expect(self, edit: Edit, value: object, when: str) -> None:
        for where, namespace in ((NOTEBOOK, "globals()"), (HELPER, f"vars({HELPER})")):
            cell = self.kernel.run(f"print(__checker__.probe({edit.probe!r}, {namespace}))")
            seen = cell.text.strip() if cell.error is None else _error(cell)
            if seen != ascii(value):
                self.row.faults.append(f"{when}: {edit.probe} in {where} is {seen}, not {value!r}")

    def _modules(self) -> list[str]:
        names: list[str] = self._value(
            f"[name for name in __import__('sys').modules if name.partition('.')[0] == {self.top!r}]"
        )
        return names

    def _imported(self) -> list[tuple[str, str, str, str]]:
        """Return each name that the package's `imports` bring: where, the variable, the module and the attribute."""
        found = []
        for node in ast.parse(self.package.imports).body:
            if isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    entry = (alias.asname or alias.name, node.module or "", alias.name)
                    found += [(NOTEBOOK, *entry), (HELPER, *entry)]
        return found

    def _do(self, code: str) -> None:
        cell = self.kernel.run(code)
        if cell.error is not None:
            raise RuntimeError(f"{code[:300]}\n{_error(cell)}")

    def _value(self, expression: str) -> Any:
        return self.kernel.evaluate(expression)

    # The package's own tests

    def _test(self, what: str, *, forked: bool) -> dict[str, Any] | None:
        if self.package.tests is None:
            return None
        folder = self.folder / "tests-run"
        if not folder.exists():
            # Apart from the sources, so that none of them is imported in place of what was built.
            for part in (self.package.tests, *self.package.beside, "pyproject.toml"):
                (folder / part).parent.mkdir(parents=True, exist_ok=True)
                copy = shutil.copytree if (self.source / part).is_dir() else shutil.copy
                copy(self.source / part, folder / part)
        options = [self.package.tests, *self._left_out(folder)]
        result = self.folder / f"{what.replace(' ', '-').replace(',', '')}.xml"
        counted: dict[str, Any] = self._value(
            f"__tests__.in_fork({str(folder)!r}, {str(result)!r}, {options!r})"
            if forked
            else f"__tests__.in_child({str(folder)!r}, {str(self.needs)!r}, {str(result)!r}, {options!r})"
        )
        return counted

    def _left_out(self, folder: Path) -> list[str]:
        """Return pytest's options for the files and the single tests in `without`."""
        return [
            f"--deselect={self.package.tests}/{name}" if "::" in name else f"--ignore={file}"
            for name in self.package.without
            for file in folder.rglob(name.partition("::")[0])
        ]

    def _compare_tests(self, first: Any, *later: Any) -> None:
        if first is None:
            return
        self.row.tests = [f"{one['passed']}/{one['ran']}" for one in (first, *later)]
        if first["passed"] < 1:
            self.row.faults.append(f"its tests do not run: see {self.folder}/the-first-build.xml.log")
        for what, one in zip(("in the kernel", "in a child"), later, strict=True):
            new = sorted(set(one["bad"]) - set(first["bad"]))
            if new or one["passed"] < first["passed"]:
                self.row.faults.append(f"tests that fail after the second build, {what}: {new[:5]}")


def _error(cell: Cell) -> str:
    return f"{cell.error['ename']}: {cell.error['evalue']}" if cell.error else ""
