"""What the cells of a lesson use: show source, draw a chart, time a call.

Each name is imported when it is first used, because Altair and the parsers would otherwise slow down every notebook
that only imports one of them.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jupyterlab_maturin.lesson.charted.bars import bars
    from jupyterlab_maturin.lesson.charted.lines import lines
    from jupyterlab_maturin.lesson.code.shown import source
    from jupyterlab_maturin.lesson.timing import time_of

__all__ = ["bars", "lines", "source", "time_of"]

# No file or folder right below this package may be called like one of these names: importing it would hide the name.
_MODULE_OF = {
    "bars": "charted.bars",
    "lines": "charted.lines",
    "source": "code.shown",
    "time_of": "timing",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_MODULE_OF[name]}"), name)


def __dir__() -> list[str]:
    return __all__
