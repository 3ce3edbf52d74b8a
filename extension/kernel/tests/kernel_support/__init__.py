"""Kernels, crates and processes for the tests of the kernel package."""

from __future__ import annotations

from pathlib import Path

from jupyterlab_maturin.protocol import PROTOCOL_VERSION

#: The program of ``fake_bridge.py``, and the greeting with which a kernel accepts it.
FAKE_BRIDGE = Path(__file__).with_name("fake_bridge.py")
WELCOME = {"protocol": PROTOCOL_VERSION, "version": "0.1.0", "node": "24.0.0", "pid": 1}
