"""A kernel in which the shared crate was built, used, edited and built again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kernel_support.kernel import Kernel

from reload_cases.crate import EveryCrate

#: The search for what is still old stops after a time that a busy machine may exceed. These tests claim what it finds.
UNHURRIED = "import jupyterlab_maturin.reload.holders.search as search\nsearch.LONGEST = 60.0\ndel search"


@dataclass(frozen=True)
class Edited:
    """What the second build did."""

    kernel: Kernel
    crate: EveryCrate
    result: dict[str, Any]

    def value(self, expression: str) -> Any:
        """Return the value of an expression in the notebook."""
        return self.kernel.evaluate(expression)

    @property
    def followed(self) -> set[tuple[str, str]]:
        """The names that follow the new build, each with where it is."""
        return {(entry["where"], entry["name"]) for entry in self.result["rebound"]}

    @property
    def old(self) -> dict[tuple[str, str], str]:
        """The reason for each thing that is still old, by where it is and its name."""
        return {(entry["where"], entry["name"]): entry["reason"] for entry in self.result["stale"]}

    def says_nothing_of(self, variable: str) -> bool:
        """Tell whether nothing that begins with this variable is reported as old."""
        return not any(
            name == variable or name.startswith((f"{variable}.", f"{variable}[", f"{variable} "))
            for _, name in self.old
        )
