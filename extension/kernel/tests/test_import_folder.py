"""Each process that loads a build has its own folder from which its children import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.every_python

SCRIPT = """
import os, sys
from pathlib import Path
from jupyterlab_maturin.reload import import_folder

one, two = Path("one"), Path("two")
import_folder.point_at(None, one.absolute())
mine = import_folder.path()
child = os.fork()
if child == 0:
    import_folder.point_at(one.absolute(), two.absolute())
    assert import_folder.path() != mine and sys.path[0] == str(import_folder.path()) and str(mine) not in sys.path
    assert os.environ["PYTHONPATH"].split(":")[0] == str(import_folder.path())
    import shapes, only_two
    assert shapes.number == 2
    sys.exit(0)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
import shapes
print(shapes.number, sorted(os.listdir(mine)))
import_folder.point_at(one.absolute(), two.absolute())
print(sorted(os.listdir(mine)), import_folder.environment_without(dict(os.environ)).get("PYTHONPATH") == sys.argv[1])
print(mine)
"""


def test_a_forked_child_that_builds_leaves_its_parents_folder_alone(
    kernel_environment: dict[str, str], tmp_path: Path
) -> None:
    for generation, number, more in (("one", 1, "only_one"), ("two", 2, "only_two")):
        folder = tmp_path / generation
        (folder / "shapes").mkdir(parents=True)
        (folder / "shapes" / "__init__.py").write_text(f"number = {number}\n")
        (folder / f"{more}.py").touch()
        (folder / "shapes-0.1.0.dist-info").mkdir()
        (folder / "jupyterlab-maturin.json").touch()
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, kernel_environment["PYTHONPATH"]],
        env=kernel_environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    exit_code, before, after, folder_of_parent = ran.stdout.splitlines()
    assert exit_code == "0"
    assert before == "1 ['only_one.py', 'shapes', 'shapes-0.1.0.dist-info']"
    assert after == "['only_two.py', 'shapes', 'shapes-0.1.0.dist-info'] True"
    assert not Path(folder_of_parent).exists()
