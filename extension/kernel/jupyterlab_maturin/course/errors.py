"""What can go wrong when a learner asks for something of the course."""

from __future__ import annotations

from jupyterlab_maturin.errors import BuildExtensionError


class CourseError(BuildExtensionError):
    """There is no such exercise or course, or a rule of the course says no; the message says what to do."""


class VerificationError(BuildExtensionError):
    """The exercise is not verified yet. It ends Run All at the cell that asks; the output above it says why."""
