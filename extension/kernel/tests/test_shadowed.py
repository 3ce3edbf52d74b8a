"""A build with the name of something installed is the kernel's, and other programs keep what is installed."""

from __future__ import annotations

import importlib.metadata
import json
import subprocess
import sys
from pathlib import Path

import pytest
from kernel_support.crates import Crate
from kernel_support.kernel import Kernel

from jupyterlab_maturin.reload.generation_finder import importable
from jupyterlab_maturin.session.environment import environment

SCRIPT = """
import json, multiprocessing, subprocess, sys
from pathlib import Path
from jupyterlab_maturin.reload import import_folder
from jupyterlab_maturin.reload.installed_module import Project
from jupyterlab_maturin.reload.shadowed import kept_from_programs, shadowed

def ask():
    import stranger, importlib.metadata
    return stranger.who, importlib.metadata.version("stranger")

if __name__ == "__main__":
    sys.path.append(str(Path("site-packages").absolute()))
    generation, replace = Path("generation").absolute(), sys.argv[1] == "replace"
    project = Project("stranger", "stranger", (str(Path(sys.argv[2]).absolute()),))
    found = [one for one in shadowed({"stranger", "alone"}, project) if not one.own]
    kept = kept_from_programs("stranger", generation, project, found, replace)
    import_folder.point_at(None, generation, kept)
    code = "import sys; sys.path.append('site-packages'); import stranger, importlib.metadata as m; print(stranger.who, m.version('stranger'))"
    program = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        worker = pool.apply(ask)
    alone = subprocess.run([sys.executable, "-c", "import alone"]).returncode
    print(json.dumps({"found": [one.title for one in found], "kernel": ask(), "worker": worker,
                      "program": program.stdout.split() or program.stderr, "alone": alone}))
"""


def write(folder: Path, who: str, version: str, direct_url: str | None = None) -> None:
    (folder / "stranger").mkdir(parents=True)
    (folder / "stranger" / "__init__.py").write_text(f"who = {who!r}\n")
    information = folder / f"stranger-{version}.dist-info"
    information.mkdir()
    (information / "METADATA").write_text(f"Metadata-Version: 2.1\nName: stranger\nVersion: {version}\n")
    (information / "RECORD").write_text("stranger/__init__.py,,\n")
    if direct_url is not None:
        (information / "direct_url.json").write_text(
            json.dumps({"url": f"file://{direct_url}", "dir_info": {}})
        )


@pytest.mark.parametrize(
    ("how", "installed_from", "programs_use"),
    [("plain", None, "installed"), ("replace", None, "build"), ("plain", "crate", "build")],
    ids=["of somebody else", "with --replace", "of the crate itself"],
)
def test_programs_find_the_build_only_when_it_is_the_crates_own_or_the_user_says_so(
    kernel_environment: dict[str, str],
    tmp_path: Path,
    how: str,
    installed_from: str | None,
    programs_use: str,
) -> None:
    write(tmp_path / "site-packages", "installed", "1.2", installed_from and str(tmp_path / installed_from))
    write(tmp_path / "generation", "build", "0.1")
    (tmp_path / "generation" / "alone.py").touch()
    (tmp_path / "ask.py").write_text(SCRIPT)
    ran = subprocess.run(
        [sys.executable, "ask.py", how, "crate"],
        env=kernel_environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    said = json.loads(ran.stdout)
    assert said["kernel"] == said["worker"] == ["build", "0.1"]
    assert said["program"] == (["build", "0.1"] if programs_use == "build" else ["installed", "1.2"])
    assert said["alone"] == 0, "what hides nothing is offered to programs, too"
    assert said["found"] == ([] if installed_from else ["stranger 1.2"])


def test_a_crate_called_requests_is_the_kernels_and_not_pips(kernel: Kernel, tmp_path: Path) -> None:
    version = importlib.metadata.version("requests")
    Crate.pure(tmp_path / "crate", "requests")
    notes = kernel.built("crate")["notes"]
    assert [
        note for note in notes if note.startswith(f"requests {version} is installed too: this kernel uses")
    ]
    assert kernel.evaluate("__import__('requests').answer()") == 1
    code = "import requests, importlib.metadata as m; print(requests.__version__, m.version('requests'))"
    program = (
        f"__import__('subprocess').check_output([__import__('sys').executable, '-c', {code!r}], text=True)"
    )
    assert kernel.evaluate(program).split() == [version, version]


def test_nothing_of_a_wheel_takes_the_place_of_a_module_of_pythons_own(tmp_path: Path) -> None:
    for name in ("demo.so", "json", "sitecustomize.py", "usercustomize", "_sysconfigdata__darwin_darwin.py"):
        (tmp_path / name).touch()
    assert importable(tmp_path) == {"demo.so": "demo"}


def test_a_servers_tokens_are_not_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("JUPYTER_TOKEN", "JPY_API_TOKEN", "JUPYTERHUB_API_TOKEN", "JUPYTERHUB_OAUTH_STATE")
    for name in (*names, "CARGO_REGISTRIES_OURS_TOKEN"):
        monkeypatch.setenv(name, "sesame")
    assert [name for name, value in environment().items() if value == "sesame"] == [
        "CARGO_REGISTRIES_OURS_TOKEN"
    ]
