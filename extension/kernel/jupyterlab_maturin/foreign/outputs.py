"""The one way from this package into the output of a cell."""

from __future__ import annotations

import importlib
import re
from typing import Any

from jupyterlab_maturin.foreign.visible import bounded, visible

#: Characters of a whole output as text or Markdown. Notebooks with larger ones are slow to open.
_LONGEST = 1024 * 1024


def publish(bundle: dict[str, Any], **options: Any) -> None:
    """Show a MIME bundle as an output of the cell that runs, with :func:`shown_bundle`.

    Args:
        bundle: its data, by MIME type.
        options: of IPython's ``publish_display_data``.
    """
    output: Any = importlib.import_module("IPython.display")  # its functions are untyped
    output.publish_display_data(shown_bundle(bundle), **options)


def shown_bundle(bundle: dict[str, Any]) -> dict[str, Any]:
    """Return a MIME bundle whose texts, Markdown and HTML hold nothing that a terminal or a page would obey.

    Each part of such a text should have been made visible before. This is the gate that none gets past.
    """
    shown = dict(bundle)
    for kind in ("text/plain", "text/markdown"):
        if kind in shown:
            shown[kind] = visible(bounded(shown[kind], _LONGEST))
    if "text/html" in shown:
        # As a tag, `<U+202E>` would be invisible, too.
        shown["text/html"] = re.sub("<(U\\+[0-9A-F]{4,6})>", "&lt;\\1&gt;", visible(shown["text/html"]))
    return shown
