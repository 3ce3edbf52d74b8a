"""Kernels, crates and processes for the tests of the kernel package."""

from __future__ import annotations

from pathlib import Path

fake_bridge_file = Path(__file__).with_name("fake_bridge.py")
