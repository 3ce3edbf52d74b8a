"""What can go wrong in this package: one type for each thing that a caller would handle differently."""

from __future__ import annotations

from typing import Any


class BuildExtensionError(Exception):
    """Something that was asked of this package could not be done; the message is one sentence that says what to do.

    IPython and Jupyter show it as one line, because its traceback would lead through this package and not through
    code that the reader wrote. Where there is an original exception, it is the ``__cause__``.
    """

    def __str__(self) -> str:
        """Return the sentence, in which nothing of others is obeyed where it is printed."""
        # Loading the extension should import little, so what is needed for an error comes with the first one.
        from jupyterlab_maturin.foreign.visible import tellable

        return tellable(super().__str__())

    def _render_traceback_(self) -> list[str]:
        """Return the lines that IPython shows in place of a traceback."""
        return [f"{type(self).__name__}: {self}"]


class CrateError(BuildExtensionError):
    """There is no such crate, or it cannot be built or loaded as it is."""


class BuildError(BuildExtensionError):
    """The compiler or the linker reported an error.

    Attributes:
        diagnostics: rustc's own diagnostic objects (dictionaries, as ``cargo --message-format=json`` carries them),
            the same ones that the output shows. Empty when it was not rustc that failed.
    """

    def __init__(self, message: str, diagnostics: list[dict[str, Any]] | None = None) -> None:
        super().__init__(message)
        self.diagnostics: list[dict[str, Any]] = diagnostics or []


class ToolError(BuildError):
    """cargo, rustc, maturin, Node or the Python interpreter is missing or cannot be used."""


class ReloadError(BuildExtensionError):
    """The crate compiled, but the new library could not be imported; the module loaded before stays in use."""


class BridgeError(BuildExtensionError):
    """The process that runs builds and tests died, or its messages cannot be read; the next request starts a new one."""


class CourseError(BuildExtensionError):
    """There is no such exercise or course, or the course does not allow it yet; the message says what to do."""

    def __str__(self) -> str:
        """Return the sentence, on one line: a name with a line break begins no line of its own."""
        from jupyterlab_maturin.foreign.visible import visible_line

        return visible_line(super().__str__())


class VerificationError(BuildExtensionError):
    """The exercise is not verified yet. Raising it makes Run All stop at that cell; the output above it says why."""


class TrialError(BuildExtensionError):
    """Calls that were to be measured never ended, or ended the process, when they were tried in one of their own."""


class MissingExtraError(BuildExtensionError, ImportError):
    """A package is not installed that an extra of this one brings, such as ``jupyterlab-maturin[gil]``."""
