"""Name the holders that no variable of the user's leads to: an attribute of a library, a task, a callback."""

from __future__ import annotations

import gc
import time
import types
from collections.abc import Iterator
from typing import Any

from jupyterlab_maturin.reload.contents.namespace import namespace_of
from jupyterlab_maturin.reload.holders.references import Wanted, parts, references, untracked

#: How many steps back from a holder a module is looked for.
_FARTHEST = 5
#: How many holders are followed: each further one makes the search for what refers to them slower.
_MOST = 20
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
_RUNNING = (types.CoroutineType, types.GeneratorType, types.AsyncGeneratorType)


def lead_to(
    holders: dict[int, Any], wanted: Wanted, modules: dict[int, types.ModuleType], deadline: float
) -> Iterator[tuple[str, str, list[Any]]]:
    """Yield for each of ``holders`` that something living leads to: where that is, its name, and the path to what is old.

    Args:
        holders: the holders, by ``id``.
        wanted: what they hold.
        modules: all modules, by the ``id`` of their namespaces.
        deadline: when to stop, on the clock of ``time.monotonic``.
    """
    own_parts = {id(part) for holder in holders.values() for part in parts(holder)}
    paths = [[holder] for key, holder in holders.items() if key not in own_parts][:_MOST]
    for _ in range(_FARTHEST):
        for path in paths:
            yield from _ends(path, wanted, modules)
        if not paths or time.monotonic() > deadline:
            return
        paths = _one_step_back([path for path in paths if not _is_over(path[0], modules)])


def _is_over(first: Any, modules: dict[int, types.ModuleType]) -> bool:
    return id(first) in modules or type(first) in _RUNNING


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
    elif type(first) in _RUNNING:
        for target in targets:
            yield "this process", f"{first.__qualname__}()", [*path, target]


def _one_step_back(paths: list[list[Any]]) -> list[list[Any]]:
    frontier = [path[0] for path in paths]
    longer: list[list[Any]] = []
    for value in gc.get_referrers(*frontier):
        if value is frontier or value is paths or type(value) is types.FrameType or value in paths:
            continue
        near = gc.get_referents(value)
        for path in paths:
            if any(path[0] is one for one in (*near, *untracked(near))):
                longer.append([value, *path])
    return longer[:_MOST]
