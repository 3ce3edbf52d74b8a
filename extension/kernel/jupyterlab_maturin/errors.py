"""What can go wrong when a crate is built and loaded, one type per thing a caller would handle differently."""

from __future__ import annotations

from typing import Any


class BuildExtensionError(Exception):
    """A build extension cell could not do what it was asked; the message is one sentence that says what to do.

    In IPython and Jupyter it is shown as one line: its traceback would lead through this package, not through
    anything the reader wrote. The original exception, where there is one, is its ``__cause__``.
    """

    def _render_traceback_(self) -> list[str]:
        """Return the lines that IPython shows in place of a traceback."""
        return [f"{type(self).__name__}: {self}"]


class CrateError(BuildExtensionError):
    """What was asked for is not there, or cannot be built or loaded as it stands."""


class BuildError(BuildExtensionError):
    """The compiler or the linker said no.

    Attributes:
        diagnostics: rustc's own diagnostic objects (dictionaries, as ``cargo --message-format=json`` carries them),
            the same that the output shows. Empty when what failed was not rustc.
    """

    def __init__(self, message: str, diagnostics: list[dict[str, Any]] | None = None) -> None:
        super().__init__(message)
        self.diagnostics: list[dict[str, Any]] = diagnostics or []


class ToolError(BuildError):
    """cargo, rustc, maturin, Node or the Python interpreter is missing or unfit."""


class ReloadError(BuildExtensionError):
    """It compiled, but the new library would not import; the module that was loaded before stays in use."""


class BridgeError(BuildExtensionError):
    """The process that runs the builds ended before it answered; the next build starts a new one."""


class MissingExtraError(BuildExtensionError, ImportError):
    """A package is not installed that an extra of this one brings, such as ``jupyterlab-maturin[gil]``."""
