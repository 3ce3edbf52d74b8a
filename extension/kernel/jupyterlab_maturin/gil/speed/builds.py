"""Which builds timed functions come from, and what about them makes the times unfair."""

from __future__ import annotations

import functools
import gc
import sys
import types
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jupyterlab_maturin.used_objects import follow

Namespace = dict[str, Any]


def build_warnings(functions: Mapping[str, Callable[..., Any]]) -> list[str]:
    """Return a sentence for each function that is a debug build or that a newer build has replaced, or that calls one.

    A function of a module that holds an earlier build by intention carries that build in ``__build__`` and is none of these.
    """
    warnings: list[str] = []
    for name, function in functions.items():
        for used in _used(function):
            home = _home(used)
            build = None if home is None else _build(home)
            if home is None or build is None:
                continue
            subject = name if used is function else f"{name} calls {_name(used)}, which"
            if build.profile == "dev":
                warnings.append(f"{subject} is a debug build; build it with --profile release.")
            if _is_replaced(used, home):
                newest = _build_in_use(home) or build
                warnings.append(
                    f"{subject} is from a build before {newest.generation}, which is loaded now; re-run the cell that "
                    f"imported {_name(used)}, and compare again."
                )
    return list(dict.fromkeys(warnings))


def _used(function: Any) -> Iterator[Any]:
    """Yield ``function`` itself, or the function in it, and what its names lead to in the notebook and in its own module."""
    while isinstance(function, (functools.partial, types.MethodType)):
        function = function.func if isinstance(function, functools.partial) else function.__func__
    own = ("__main__", getattr(function, "__module__", None))
    yield from follow([function], lambda module: module.__name__ in own)


def _home(value: Any) -> Namespace | None:
    """Return the global variables of the module that made ``value``."""
    if isinstance(value, types.FunctionType):
        return value.__globals__
    module = value if isinstance(value, types.ModuleType) else getattr(value, "__self__", None)
    if not isinstance(
        module, types.ModuleType
    ):  # native functions carry their module, whatever their name says
        module = sys.modules.get(str(getattr(value, "__module__", None)))
    return None if module is None else vars(module)


def _build(home: Namespace) -> Any:
    """Return the ``Build`` of the module with these global variables; None when it was not built here."""
    return home.get("__build__") or _build_in_use(home)


def _build_in_use(home: Namespace) -> Any:
    top = sys.modules.get(str(home.get("__name__")).partition(".")[0])
    return getattr(top, "__build__", None)


def _is_replaced(value: Any, home: Namespace) -> bool:
    """Tell whether the module has something else under the name of ``value`` by now, or has got other variables."""
    if isinstance(value, types.ModuleType):
        return False
    if home.get(_name(value), value) is not value:
        return True
    current = sys.modules.get(str(home.get("__name__")))
    if current is None or vars(current) is home:
        return False
    # Another module object has these variables when an earlier build was loaded beside this one by intention.
    return not any(
        isinstance(owner, types.ModuleType) and vars(owner) is home for owner in gc.get_referrers(home)
    )


def _name(value: Any) -> str:
    return str(getattr(value, "__name__", type(value).__name__))
