"""A website on this machine to practise crawling on, and pictures of a crawl.

Each name is imported when it is first used: tests need the site alone, and the pictures import more.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jupyterlab_maturin.lesson.site.graph import crawl_graph, watch
    from jupyterlab_maturin.lesson.site.practice_site import PracticeSite, Request
    from jupyterlab_maturin.lesson.site.timeline import lanes

__all__ = ["PracticeSite", "Request", "crawl_graph", "lanes", "watch"]

# No file right below this package may be called like one of these names: importing it would hide the name.
_MODULE_OF = {
    "PracticeSite": "practice_site",
    "Request": "practice_site",
    "crawl_graph": "graph",
    "lanes": "timeline",
    "watch": "graph",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_MODULE_OF[name]}"), name)


def __dir__() -> list[str]:
    return __all__
