"""Which cells show the results of a build that is not the one in use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kernel_support.crates import Crate
from kernel_support.kernel import Kernel

pytestmark = pytest.mark.every_python

MORE = """
    #[pyclass(subclass)]
    struct Thing {}

    #[pymethods]
    impl Thing {
        #[new]
        fn new() -> Self { Thing {} }
        fn value(&self) -> u64 { 5 }
    }
"""


class Notebook:
    """A notebook beside the crate ``first``: it remembers what the kernel said last about stale cells."""

    def __init__(self, kernel: Kernel, crate: Crate) -> None:
        self.kernel = kernel
        self.crate = crate
        self.answer = 1
        self.generation = 0
        self.said: list[dict[str, Any]] = []

    def run(self, cell_id: str, code: str) -> Any:
        cell = self.kernel.run(code, cell_id)
        assert cell.error is None, cell.error
        for data in cell.comm_data:
            self.said = data["cells"]
        return cell

    def rebuild(self) -> dict[str, Any]:
        """Edit the crate and build it; return the payload's result."""
        self.crate.answers(self.answer, self.answer + 1)
        self.answer += 1
        return self.build()

    def build(self) -> dict[str, Any]:
        result: dict[str, Any] = self.run("build", "%build_extension first").expect("done").payload["result"]
        self.generation = result["generation"]
        return result

    @property
    def stale(self) -> list[str]:
        return [cell["id"] for cell in self.said]


@pytest.fixture
def notebook(kernel: Kernel, tmp_path: Path) -> Iterator[Notebook]:
    notebook = Notebook(kernel, Crate.pure(tmp_path / "first", "first", more=MORE))
    notebook.build()
    notebook.run("import", "import first\nfrom first import answer, Thing")
    yield notebook


def test_cells_that_used_the_module_are_stale_after_it_is_built_again(notebook: Notebook) -> None:
    notebook.run("attribute", "first.answer()")
    notebook.run("imported", "answer()")
    notebook.run("other", "len('answer()')")
    assert notebook.stale == []
    first = notebook.generation
    result = notebook.rebuild()
    assert notebook.stale == ["attribute", "imported"]
    assert result["staleCells"] == notebook.said
    assert notebook.said[0]["modules"] == [{"module": "first", "used": first, "inUse": first + 1}]
    assert isinstance(notebook.said[0]["count"], int)


def test_a_cell_that_is_run_again_is_no_longer_stale(notebook: Notebook) -> None:
    notebook.run("one", "first.answer()")
    notebook.run("two", "first.answer()")
    notebook.rebuild()
    notebook.run("one", "first.answer()")
    assert notebook.stale == ["two"]
    notebook.run("two", "1 + 1")
    assert notebook.stale == []
    second = notebook.generation
    [one] = notebook.rebuild()["staleCells"]
    assert one["id"] == "one"
    assert one["modules"] == [{"module": "first", "used": second, "inUse": second + 1}]


def test_a_build_that_changes_nothing_makes_no_cell_stale(notebook: Notebook) -> None:
    notebook.run("one", "answer()")
    assert notebook.build()["staleCells"] == []
    assert notebook.stale == []


def test_the_output_without_the_extension_names_the_cells_by_their_prompts(notebook: Notebook) -> None:
    count = notebook.run("one", "answer(); print(len(In) - 1)").text.strip()
    notebook.crate.answers(1, 2)
    bundle = notebook.run("build", "%build_extension first").output.bundle
    line = f"1 cell shows a result of another build: [{count}] · re-run it"
    assert line in bundle["text/plain"] and line in bundle["text/html"]


#: What a cell runs, by what leads it to the build, and what another cell ran before.
USING = {
    "a function": ("def work():\n    return answer()", "work()"),
    "a function of a function, with an import in it": (
        "def inner():\n    import first\n    return first.answer()\ndef outer():\n    return inner()",
        "outer()",
    ),
    "a lambda": ("call = lambda: answer()", "list(map(lambda _: call(), 'a'))"),
    "a comprehension": ("", "[answer() for _ in range(2)]"),
    "another name": ("", "from first import answer as other\nother()"),
    "a partial": ("import functools\npart = functools.partial(answer)", "part()"),
    "a decorated function": (
        "def twice(f):\n    return lambda: 2 * f()\n@twice\ndef decorated():\n    return answer()",
        "decorated()",
    ),
    "a class": ("class Model:\n    def fit(self):\n        return answer()", "Model().fit()"),
    "an instance": ("class Made:\n    def fit(self):\n        return answer()\nmade = Made()", "made.fit()"),
    "an instance of the build's": ("thing = Thing()", "thing.value()"),
    "an instance of a subclass": ("class Sub(Thing):\n    pass\nsub = Sub()", "sub.value()"),
    "a line magic": ("", "%timeit -n 1 -r 1 answer()"),
    "a cell magic": ("", "%%time\nprint(answer())"),
    "a magic in a magic": ("", "%%capture kept\nfor _ in range(2):\n    %time answer()"),
    "await": ("import asyncio", "await asyncio.sleep(0)\nanswer()"),
    "a module of the user's": ("import helper", "helper.run()"),
    "a function of a module of the user's": ("from helper import run", "run()"),
}
#: Cells that have the name of something in the build, but do not use it.
NOT_USING = {
    "an import": "import first",
    "an import of a name": "from first import answer",
    "a definition": "def defined():\n    return answer()",
    "a method's name": "class Other:\n    def answer(self): pass\nOther().answer()",
    "a word in a text": "answers = {'answer': 1}\nprint(answers.get('answer'))",
    "a parameter": "def local(answer):\n    return answer\nlocal(1)",
    "a magic": "%load_ext jupyterlab_maturin",
}


@pytest.fixture(scope="module")
def stale_after_all(shared_kernel: Kernel, shared_folder: Path) -> set[str]:
    """Which of the cells above are stale after the next build; each has its key as its id."""
    (shared_folder / "helper.py").write_text(
        "from first import answer\n\n\ndef run():\n    return answer()\n"
    )
    notebook = Notebook(shared_kernel, Crate.pure(shared_folder / "first", "first", more=MORE))
    notebook.build()
    notebook.run("import", "import first\nfrom first import answer, Thing")
    for name, (before, code) in USING.items():
        notebook.run(f"before {name}", before)
        notebook.run(name, code)
    for name, code in NOT_USING.items():
        notebook.run(name, code)
    notebook.rebuild()
    return set(notebook.stale)


@pytest.mark.parametrize("name", USING)
def test_a_cell_uses_what_its_names_lead_to_through_the_users_own_code(
    name: str, stale_after_all: set[str]
) -> None:
    assert name in stale_after_all


@pytest.mark.parametrize("name", NOT_USING)
def test_a_cell_that_only_imports_or_defines_or_has_the_word_uses_nothing(
    name: str, stale_after_all: set[str]
) -> None:
    assert name not in stale_after_all


def test_a_cell_that_still_uses_an_old_instance_stays_stale(notebook: Notebook) -> None:
    notebook.run("make", "thing = Thing()")
    notebook.run("use", "thing.value()")
    notebook.rebuild()
    assert notebook.stale == ["make", "use"]
    notebook.run("use", "thing.value()")
    assert notebook.stale == ["make", "use"]
    notebook.run("make", "thing = Thing()")
    assert notebook.stale == ["use"]
    notebook.run("use", "thing.value()")
    assert notebook.stale == []


def test_a_cell_that_fails_after_the_build_is_not_stale(notebook: Notebook) -> None:
    notebook.run("one", "first.answer()")
    notebook.rebuild()
    cell = notebook.kernel.run("first.answer()\nraise ValueError", "one")
    assert cell.error is not None and cell.comm_data[-1] == {"cells": []}


def test_a_page_that_is_opened_later_is_told_when_it_asks(notebook: Notebook) -> None:
    notebook.run("one", "first.answer()")
    notebook.rebuild()
    client = notebook.kernel.client
    asked = client.comm_info(target_name="jupyterlab-maturin.stale-cells")
    reply = client.get_shell_msg(timeout=60)
    while reply["parent_header"].get("msg_id") != asked:
        reply = client.get_shell_msg(timeout=60)
    [comm] = reply["content"]["comms"]
    message = client.session.msg("comm_msg", {"comm_id": comm, "data": {}})
    client.shell_channel.send(message)
    while True:
        told = client.get_iopub_msg(timeout=60)
        if told["msg_type"] == "comm_msg":
            assert [cell["id"] for cell in told["content"]["data"]["cells"]] == ["one"]
            return


def test_a_cell_shows_its_warnings_as_often_as_without_a_build(kernel: Kernel, tmp_path: Path) -> None:
    def shown() -> list[int]:
        code = "import warnings\nnumber = 1\nnumber is 1\nfor _ in range(2):\n    warnings.warn('mine')"
        errors = kernel.run(code, "warns").errors
        return [errors.count("SyntaxWarning"), errors.count("UserWarning")]

    before = shown()
    notebook = Notebook(kernel, Crate.pure(tmp_path / "first", "first"))
    notebook.build()
    assert before[1] == 1 and shown() == before
