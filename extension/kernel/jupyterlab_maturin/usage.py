"""What a person is told who typed something wrong behind a magic."""

from __future__ import annotations

from IPython.core.error import UsageError

from jupyterlab_maturin.foreign.visible import tellable, visible_line


def usage_error(sentence: str) -> UsageError:
    """Return an error that IPython shows as one line. What was typed may come from anywhere, so nothing in it is obeyed."""
    return UsageError(visible_line(tellable(sentence)))
