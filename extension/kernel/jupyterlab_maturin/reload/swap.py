"""Put a generation in the place of the one that is loaded, or leave everything as it was.

The new generation is imported aside, as Python imports anything. Nobody sees it before it is complete. Then each module that
everybody holds gets the namespace of the new one, see :mod:`~jupyterlab_maturin.reload.contents.namespace`, so an earlier
``import primes`` needs no second look. The old library stays mapped for as long as the process lives, because some of its
code may still be running.
"""

from __future__ import annotations

import importlib
import sys
import types
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from jupyterlab_maturin.errors import ReloadError
from jupyterlab_maturin.interrupts import hold_interrupts
from jupyterlab_maturin.reload.contents.modules import has_no_file, modules_of, registered_modules
from jupyterlab_maturin.reload.contents.namespace import namespace_of, share_namespace
from jupyterlab_maturin.reload.generation_finder import GenerationFinder
from jupyterlab_maturin.reload.import_failures import explain

Modules = dict[str, types.ModuleType]


@dataclass(frozen=True, slots=True)
class Swapped:
    """What a swap did."""

    #: The modules of the new generation, by name. Where the old one had a module of that name, it is the same object.
    modules: Modules
    #: What takes the place of a module object that could not be kept, by that object's ``id``.
    replaced: dict[int, types.ModuleType]
    #: The modules of the old generation for which the new one has none, by name.
    vanished: Modules


class SharedModules:
    """All module objects of one module: the one that everybody holds, and those that later generations were made in.

    Native functions refer to the module that they were made in. As long as all these objects share the newest namespace,
    none of them keeps an older one alive, and code that runs in an older generation finds the newest names, too.
    """

    def __init__(self) -> None:
        self._objects: dict[str, list[weakref.ref[types.ModuleType]]] = {}

    def add(self, name: str, module: types.ModuleType) -> None:
        """Add an object of the module ``name`` that somebody may hold although ``sys.modules`` has another one now."""
        self._objects.setdefault(name, []).append(weakref.ref(module))

    def share(self, name: str, kept: types.ModuleType, fresh: types.ModuleType) -> bool:
        """Give every object of the module ``name`` the namespace of ``fresh``; see :func:`share_namespace`."""
        if not share_namespace(kept, fresh):
            return False
        objects = self._objects.setdefault(name, [])
        for earlier in [reference() for reference in objects]:
            if earlier is not None:
                share_namespace(earlier, fresh)
        objects[:] = [reference for reference in objects if reference() is not None] + [weakref.ref(fresh)]
        return True


def swap(
    module: str, library: Path, finder: GenerationFinder, before: Modules, old_finder: object
) -> tuple[Modules, Modules]:
    """Import ``module`` as ``finder`` finds it, aside of what is loaded, and with it everything that was imported before.

    Args:
        module: the name to import.
        library: the native library, for the explanation of a failure.
        finder: finds the new generation.
        before: the modules that it is to replace by name, in the order of their import.
        old_finder: finds the old generation, when that is one of a build.

    Returns:
        The modules of the new generation, and those of the old one that it does not have.

    Raises:
        ReloadError: it could not be imported; everything is as it was.
    """
    failed_at = module
    try:
        with _in_place_of(before, finder, old_finder):
            foreign = {id(one) for one in registered_modules().values() if has_no_file(one)}
            vanished: Modules = {}
            importlib.import_module(module)
            for name, old in before.items():
                if name not in sys.modules and not has_no_file(old):
                    failed_at = name
                    if not _import_again(name):
                        vanished[name] = old
            return modules_of(finder.owns, finder.names, foreign), vanished
    except KeyboardInterrupt:
        raise
    # An initialiser may panic (PyO3's PanicException is not an Exception) or call sys.exit: neither may end the kernel.
    except BaseException as error:
        raise ReloadError(explain(failed_at, library, error)) from error


def publish(before: Modules, fresh: Modules, vanished: Modules, shared: SharedModules) -> Swapped:
    """Make what :func:`swap` imported the modules that everybody holds."""
    kept: dict[int, types.ModuleType] = {}
    replaced: dict[int, types.ModuleType] = {}
    for name, new in _pairs(before, fresh, vanished):
        old = before.get(name, new)
        if old is new or id(new) in kept:
            continue
        if shared.share(name, old, new):
            kept[id(new)] = old
        else:
            replaced[id(old)] = new
    for module in fresh.values():
        namespace = namespace_of(module)
        for attribute, value in list(namespace.items()):
            if id(value) in kept:
                namespace[attribute] = kept[id(value)]
    for name, module in list(sys.modules.items()):
        if id(module) in kept:
            sys.modules[name] = kept[id(module)]
    return Swapped({name: kept.get(id(new), new) for name, new in fresh.items()}, replaced, vanished)


def _pairs(before: Modules, fresh: Modules, vanished: Modules) -> Iterator[tuple[str, types.ModuleType]]:
    """Yield the new modules; those that the user put into ``sys.modules`` are put there again."""
    yield from fresh.items()
    for name, old in before.items():
        if name in fresh or name in vanished:
            continue
        other_names = [other for other, module in before.items() if module is old and other in fresh]
        if other_names:
            sys.modules[name] = fresh[other_names[0]]
            yield name, fresh[other_names[0]]
        else:
            vanished[name] = old


def _import_again(name: str) -> bool:
    """Import a module that was imported before; return False when there is none of this name any more."""
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        missing = error.name or ""
        if missing != name and not name.startswith(missing + "."):
            raise
        return False
    return True


@contextmanager
def _in_place_of(before: Modules, finder: GenerationFinder, old_finder: object) -> Iterator[None]:
    """Import from ``finder`` during the body as if ``before`` had never been imported; undo it all when it raises."""
    registered = {name: module for name, module in before.items() if sys.modules.get(name) is module}
    known = set(sys.modules)
    finders = list(sys.meta_path)
    sys.meta_path[:] = [finder, *(one for one in finders if one is not old_finder)]
    try:
        for name in registered:
            del sys.modules[name]
        yield
    except BaseException:
        with hold_interrupts():
            sys.meta_path[:] = finders
            for name in list(sys.modules):
                if name in registered or (name not in known and name.partition(".")[0] in finder.names):
                    del sys.modules[name]
            sys.modules.update(registered)
        raise
