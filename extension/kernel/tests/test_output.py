"""A build shows one output, which is updated in place and complete at the end."""

from __future__ import annotations

from itertools import pairwise

from kernel_support.crates import Crate
from kernel_support.kernel import MIME, Kernel

#: How much less than a tenth of a second may lie between two updates, because messages do not all travel equally fast.
ALMOST = 0.03


def test_a_build_is_one_output_in_three_forms(kernel: Kernel, crate: Crate) -> None:
    output = kernel.build("first").output
    assert set(output.bundle) == {MIME, "text/html", "text/plain"}
    assert output.payload["version"] == 1
    assert output.payload["crate"] == "first" and output.payload["profile"] == "release"
    assert output.payload["manifest"] == str(crate.path / "Cargo.toml")
    assert [step["step"] for step in output.payload["timings"]][-1] == "load"
    assert output.bundle["text/plain"].startswith(" first  release   build ")
    assert "· loaded" in output.bundle["text/plain"]


def test_updates_are_neither_a_flood_nor_a_silence(kernel: Kernel, crate: Crate) -> None:
    (crate.path / "build.rs").write_text(
        'fn main() {\n    for _ in 0..30 {\n        println!("cargo::warning=busy");\n'
        "        std::thread::sleep(std::time::Duration::from_millis(100));\n    }\n}\n"
    )
    output = kernel.build("first").expect("done").output
    elapsed = [state[MIME]["elapsed"] for state in output.states]
    # The last state and the step to loading are shown as they come.
    steps = [later - earlier for earlier, later in pairwise(elapsed[:-1])]
    assert min(steps) >= 0.1 - ALMOST
    assert len(output.states) >= elapsed[-1], "there is one at least every second"
    assert elapsed[-1] > 3, "the build script alone takes that long"


def test_a_warning_is_counted_and_carried_and_does_not_fail(kernel: Kernel, crate: Crate) -> None:
    crate.edit("        1\n", "        let unused = 2;\n        1\n")
    cell = kernel.build("first").expect("done")
    assert cell.payload["counts"] == {"errors": 0, "warnings": 1, "omitted": 0}
    assert cell.payload["diagnostics"][0]["code"]["code"] == "unused_variables"
    assert "1 warning" in cell.output.bundle["text/plain"]


def test_a_failed_build_shows_what_rustc_said_in_every_form(kernel: Kernel, crate: Crate) -> None:
    crate.edit("        1\n", '        "<b>one</b>"\n')
    bundle = kernel.build("first").expect("failed").output.bundle
    assert "1 error" in bundle["text/plain"] and "src/lib.rs:9:9" in bundle["text/plain"]
    assert "\x1b" not in bundle["text/plain"]
    assert "mismatched types" in bundle["text/html"]
    assert "<b>one</b>" not in bundle["text/html"] and "&lt;b&gt;one&lt;/b&gt;" in bundle["text/html"]


def test_a_quiet_build_shows_nothing_unless_it_fails(kernel: Kernel, crate: Crate) -> None:
    assert kernel.build("first --quiet").outputs == []
    crate.edit("        1\n", '        "one"\n')
    assert kernel.build("first --quiet").expect("failed").payload["counts"]["errors"] == 1


def test_a_build_from_plain_python_says_nothing_and_answers(kernel: Kernel, crate: Crate) -> None:
    kernel.run("import subprocess, sys")
    code = "import jupyterlab_maturin as j; b = j.build_extension('first'); import first; print(first.answer(), b.crate)"
    assert (
        kernel.evaluate(
            f"subprocess.run([sys.executable, '-c', {code!r}], capture_output=True, text=True).stdout"
        )
        == "1 first\n"
    )


def test_a_terminal_gets_the_end_and_nothing_before(kernel: Kernel, crate: Crate) -> None:
    kernel.run("import subprocess, sys")
    code = "%load_ext jupyterlab_maturin\n%build_extension first\nimport first; print(first.answer())"
    (crate.path.parent / "session.ipy").write_text(code)
    said = kernel.evaluate(
        "subprocess.run([sys.executable, '-m', 'IPython', '--no-banner', '--colors=NoColor', 'session.ipy'],"
        " capture_output=True, text=True).stdout"
    )
    assert said.count("first  release") == 1 and "loaded" in said and said.rstrip().endswith("1")
