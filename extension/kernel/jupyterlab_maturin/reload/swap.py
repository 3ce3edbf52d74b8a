"""Put a generation in the place of the module that is loaded, or leave everything as it was.

The top-level module object is kept and only its namespace is replaced. So an earlier ``import primes`` needs no second
look, and the functions of a mixed crate's ``__init__.py`` use the same namespace as everybody else. Submodules become
new objects. The old library stays mapped for as long as the process lives, because some of its code may still be running.
"""

from __future__ import annotations

import importlib.machinery
import importlib.util
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jupyterlab_maturin.errors import ReloadError
from jupyterlab_maturin.interrupts import hold_interrupts
from jupyterlab_maturin.reload.import_failures import explain
from jupyterlab_maturin.reload.module_contents import ModuleContents, contents_of


def swap(name: str, directory: Path, library: Path) -> tuple[ModuleContents | None, ModuleContents]:
    """Import the module ``name`` of the generation in ``directory`` in place of the one that is loaded.

    Returns:
        What the old generation defined (``None`` when there was none) and what the new one defines.

    Raises:
        ReloadError: it could not be imported; the old module and its submodules are restored.
    """
    spec = importlib.machinery.PathFinder.find_spec(name, [str(directory)])
    # Every generation has a path of its own, so Python's cache for this path would never be used again.
    sys.path_importer_cache.pop(str(directory), None)
    if spec is None or spec.loader is None:
        raise ReloadError(
            f"Importing {name}: the wheel that maturin made has no module of that name; "
            f"give [lib] name in Cargo.toml or module-name in [tool.maturin] the name that Python should import."
        )
    try:
        with _all_or_nothing(name) as before:
            _execute(spec, sys.modules.get(name))
    except KeyboardInterrupt:
        raise
    # An initialiser may panic (PyO3's PanicException is not an Exception) or call sys.exit: neither may end the kernel.
    except BaseException as error:
        raise ReloadError(explain(name, library, error)) from error
    return before, contents_of(name, vars(sys.modules[name]), _submodules(name))


def _execute(spec: importlib.machinery.ModuleSpec, kept: types.ModuleType | None) -> None:
    fresh = importlib.util.module_from_spec(spec)
    assert spec.loader is not None
    if isinstance(spec.loader, importlib.machinery.ExtensionFileLoader):
        # A native module can only fill the module object that it made itself, so its contents are moved afterwards.
        spec.loader.exec_module(fresh)
        if kept is not None:
            _replace(kept, fresh)
        sys.modules[spec.name] = kept or fresh
        return
    module = fresh
    if kept is not None:
        _replace(kept, fresh)
        module = kept
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)


def _replace(kept: types.ModuleType, fresh: types.ModuleType) -> None:
    vars(kept).clear()
    vars(kept).update(vars(fresh))


@contextmanager
def _all_or_nothing(name: str) -> Iterator[ModuleContents | None]:
    """Take the old submodules out of ``sys.modules`` during the body; when it raises, restore everything.

    Yields what the old generation defined, ``None`` when there was none.
    """
    module = sys.modules.get(name)
    namespace = dict(vars(module)) if module is not None else {}
    submodules = _submodules(name)
    before = contents_of(name, namespace, submodules) if module is not None else None
    try:
        for full in submodules:
            del sys.modules[full]
        yield before
    except BaseException:
        with hold_interrupts():
            for full in _submodules(name):
                del sys.modules[full]
            sys.modules.update(submodules)
            if module is None:
                sys.modules.pop(name, None)
            else:
                vars(module).clear()
                vars(module).update(namespace)
                sys.modules[name] = module
        raise


def _submodules(name: str) -> dict[str, types.ModuleType]:
    return {full: module for full, module in list(sys.modules.items()) if full.startswith(name + ".")}
