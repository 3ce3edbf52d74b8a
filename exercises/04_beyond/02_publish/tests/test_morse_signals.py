"""What the wheel of morse_signals has to be like before anybody else gets it.

The tests look at the wheel that was just built, which is unpacked where they import from, and at the two files that
describe it.
"""

import ast
import importlib.metadata
import inspect
import re
import tomllib
from pathlib import Path

import morse_signals
import pytest

WHEEL = importlib.metadata.distribution("morse_signals")


def toml(file):
    """Read a TOML file of the crate."""
    return tomllib.loads(Path(file).read_text())


@pytest.fixture
def stub():
    """What the wheel's stub file declares, as Python objects."""
    files = {str(file): file for file in WHEEL.files}
    assert "morse_signals/__init__.pyi" in files, (
        "the wheel has no type stub: maturin takes morse_signals.pyi if it's beside Cargo.toml"
    )
    assert "morse_signals/py.typed" in files, (
        "the wheel has no py.typed, so type checkers won't read the stub"
    )
    declared = {}
    text = files["morse_signals/__init__.pyi"].read_text()
    exec(text, declared)  # noqa: S102 - the learner's own file
    # `name: type` alone makes no variable.
    for statement in ast.parse(text).body:
        if isinstance(statement, ast.AnnAssign):
            declared.setdefault(ast.unparse(statement.target), None)
    return declared


def test_encode_and_decode_work_as_before():
    assert morse_signals.encode("SOS", gap="/") == ".../---/..."
    assert morse_signals.decode("-- --- .-. ... .") == "MORSE"


def test_the_version_comes_from_cargo():
    version = toml("Cargo.toml")["package"]["version"]
    assert WHEEL.version == version, f"Cargo.toml says {version}, but pip would see {WHEEL.version}"


def test_the_module_knows_its_version():
    version = getattr(morse_signals, "__version__", None)
    assert version == WHEEL.version, (
        f"pip would see {WHEEL.version}, and morse_signals.__version__ should say so, too, but it's {version}"
    )


def test_the_version_is_written_in_one_place():
    project = toml("pyproject.toml")["project"]
    assert "version" not in project, (
        "pyproject.toml has a version of its own, which you'd forget at the next release"
    )
    version = toml("Cargo.toml")["package"]["version"]
    assert f'"{version}"' not in Path("src/lib.rs").read_text(), (
        f'src/lib.rs has a copy of the version, "{version}", which you\'d forget at the next release'
    )


def test_it_says_what_it_is():
    summary = WHEEL.metadata["Summary"]
    assert summary, "whoever finds the package sees no description: the wheel's METADATA has no Summary"


def test_one_wheel_does_for_every_python_from_3_11():
    tags = re.findall(r"^Tag: (\w+-\w+)-", WHEEL.read_text("WHEEL"), flags=re.MULTILINE)
    assert set(tags) == {"cp311-abi3"}, f"the wheel's name should say cp311-abi3, not {' or '.join(tags)}"


def test_the_stub_declares_what_the_module_has(stub):
    has = {name for name in dir(morse_signals) if inspect.isroutine(getattr(morse_signals, name))}
    missing = sorted(has - stub.keys())
    assert not missing, f"the stub doesn't declare {' and '.join(missing)}"
    assert "__version__" in stub, "the stub doesn't declare __version__"


@pytest.mark.parametrize("name", ["encode", "decode"])
def test_the_stub_has_the_real_parameters(stub, name):
    assert name in stub, f"the stub doesn't declare {name}"
    real, declared = (inspect.signature(function) for function in (getattr(morse_signals, name), stub[name]))
    nothing = inspect.Parameter.empty
    bare = str(
        declared.replace(
            parameters=[one.replace(annotation=nothing) for one in declared.parameters.values()],
            return_annotation=nothing,
        )
    ).replace("=Ellipsis", "=' '")
    assert bare == str(real), f"the stub declares {name}{bare}, and Rust has {name}{real}"
    hints = [one.annotation for one in declared.parameters.values()] + [declared.return_annotation]
    assert set(hints) == {str}, f"{name} takes texts and returns one: each should be annotated with str"
