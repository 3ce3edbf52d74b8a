"""Name the holders that no variable of the user's leads to: an attribute of a library, a task, a callback."""

from __future__ import annotations

import gc
import sys
import time
import types
from collections.abc import Iterator
from typing import Any

from jupyterlab_maturin.classes import ids, is_of
from jupyterlab_maturin.reload.contents.namespace import namespace_of
from jupyterlab_maturin.reload.holders.references import Wanted, may_hold, parts, references, untracked
from jupyterlab_maturin.reload.user_namespaces import is_installed

#: How many steps back from a holder a module is looked for.
_FARTHEST = 5
#: How many holders are followed: each further one makes the search for what refers to them slower.
_MOST = 100
#: What these keep is either shown by nothing that runs, or it is a cache that new code asks under another key.
_KEEP_WHAT_IS_OVER = (
    "IPython",
    "ipykernel",
    "typing",
    "functools",
    "abc",
    "sys",
    "gc",
    "jupyterlab_maturin",
    "builtins",
)
_RUNNING = ids(types.CoroutineType, types.GeneratorType, types.AsyncGeneratorType)


def lead_to(
    holders: dict[int, Any], wanted: Wanted, modules: dict[int, types.ModuleType], deadline: float
) -> list[tuple[str, str, list[Any]]]:
    """Return for each of ``holders`` that something living leads to: where that is, its name, and the path to what is old.

    Args:
        holders: the holders, by ``id``.
        wanted: what they hold.
        modules: all modules, by the ``id`` of their namespaces.
        deadline: when to stop, on the clock of ``time.thread_time``.
    """
    found: list[tuple[str, str, list[Any]]] = []
    own_parts = {id(part) for holder in holders.values() for part in parts(holder)}
    paths = [[holder] for key, holder in holders.items() if key not in own_parts][:_MOST]
    seen = {id(holders), *holders}
    for _ in range(_FARTHEST):
        for path in paths:
            found.extend(_ends(path, wanted, modules))
        if not paths or time.thread_time() > deadline:
            break
        paths = _one_step_back([path for path in paths if not _is_over(path[0], modules)], seen)
    return found


def _is_over(first: Any, modules: dict[int, types.ModuleType]) -> bool:
    return id(first) in modules or is_of(first, _RUNNING)


def _ends(
    path: list[Any], wanted: Wanted, modules: dict[int, types.ModuleType]
) -> Iterator[tuple[str, str, list[Any]]]:
    first = path[0]
    targets = [value for value in references(path[-1]) if value in wanted][:3]
    if id(first) in modules:
        module = namespace_of(modules[id(first)]).get("__name__")
        if not isinstance(module, str) or module.partition(".")[0] in _KEEP_WHAT_IS_OVER:
            return
        for target in targets:
            second = path[1] if len(path) > 1 else target
            name = next((name for name, value in list(first.items()) if value is second), None)
            if name is not None and not name.startswith("__"):
                yield module, name, [*path[1:], target]
    elif is_of(first, _RUNNING) and _is_the_users(first):
        for target in targets:
            yield "this process", f"{first.__qualname__}()", [*path, target]


def _is_the_users(running: Any) -> bool:
    """Tell whether a coroutine or generator was written by the user, and not by a library that runs the notebook."""
    frame = next(
        (getattr(running, name) for name in ("cr_frame", "gi_frame", "ag_frame") if hasattr(running, name)),
        None,
    )
    if frame is None:
        return False
    module = sys.modules.get(frame.f_globals.get("__name__", ""))
    return module is None or not is_installed(module)


def _one_step_back(paths: list[list[Any]], seen: set[int]) -> list[list[Any]]:
    """Return the paths that lead to the beginnings of ``paths`` from what was not ``seen`` before."""
    frontier = {id(path[0]): path for path in paths}
    values = [path[0] for path in paths]
    seen.update((id(frontier), id(values), id(paths), *map(id, paths)))
    longer: list[list[Any]] = []
    for value in gc.get_referrers(*values):
        if id(value) in seen or not may_hold(value):
            continue
        seen.add(id(value))
        near = gc.get_referents(value)
        path = next((frontier[id(one)] for one in (*near, *untracked(near)) if id(one) in frontier), None)
        if path is not None:
            longer.append([value, *path])
    return longer[:_MOST]
