"""A bridge that dies is one sentence that says why, and never a line of its bundle."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from jupyterlab_maturin import BridgeError
from jupyterlab_maturin.bridge import client

#: What a dying Node prints first: the place in the bundle, which is one line.
BUNDLE = "file:///_bridge/bridge.mjs:2\n" + "var e=class extends Error{};" * 10_000 + "\n   ^\n"
STACK = "    at Rt (file:///_bridge/bridge.mjs:2:110233)\n    at Error.captureStackTrace (<anonymous>)\n"


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (
            "error: This is a fault of jupyterlab-maturin itself (TypeError: boom): report it to its authors.\n",
            "saying: error: This is a fault of jupyterlab-maturin itself (TypeError: boom): report it to its authors;",
        ),
        (
            f"{BUNDLE}\nTypeError: t is not a function\n{STACK}\nNode.js v24.0.0\n",
            "saying: TypeError: t is not a function;",
        ),
        (
            f"{BUNDLE}\nTypeError [ERR_INVALID_ARG_TYPE]: The value is wrong.\n{STACK}",
            "saying: TypeError [ERR_INVALID_ARG_TYPE]: The value is wrong;",
        ),
        (
            "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n 1: 0xb7 node\n",
            "saying: FATAL ERROR: Reached heap limit",
        ),
        (BUNDLE, "ended with exit code 1; run the cell again"),
        ("", "ended with exit code 1; run the cell again"),
    ],
)
def test_the_last_words_of_a_bridge_are_quoted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, printed: str, said: str
) -> None:
    (tmp_path / "said").write_text(printed)
    program = tmp_path / "bridge.py"
    program.write_text(
        "import pathlib, sys\n"
        "sys.stderr.write((pathlib.Path(__file__).parent / 'said').read_text())\n"
        "sys.exit(1)\n"
    )
    monkeypatch.setattr(client, "node_executable", lambda: sys.executable)
    monkeypatch.setattr(client, "bridge_file", lambda: program)
    with pytest.raises(BridgeError) as caught:
        client.Bridge()
    message = str(caught.value)
    assert said in message and "class extends Error" not in message
    assert "\n" not in message and len(message) < 1000
