"""Load an earlier generation beside the one in use, to compare the two.

It is imported as any generation is, under its own names, while the modules of the one in use are out of ``sys.modules``. Then
those are put back, and the earlier ones are only to be had from the object that was returned. What such a module imports
later, inside of a function, still comes from its own generation: its import statements are pointed at that.
"""

from __future__ import annotations

import builtins
import importlib
import importlib.machinery
import sys
import types
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jupyterlab_maturin.errors import CrateError, ReloadError
from jupyterlab_maturin.interrupts import hold_interrupts
from jupyterlab_maturin.reload import mapped_memory
from jupyterlab_maturin.reload.contents.modules import has_no_file, modules_of, registered_modules
from jupyterlab_maturin.reload.contents.namespace import namespace_of
from jupyterlab_maturin.reload.follow.generation import Definitions
from jupyterlab_maturin.reload.generation_finder import GenerationFinder
from jupyterlab_maturin.reload.generations import hold_to_import, library_of, numbered, pin
from jupyterlab_maturin.reload.import_failures import explain
from jupyterlab_maturin.reload.loaded import loaded_as, of_other_builds, one_at_a_time
from jupyterlab_maturin.reload.look import UnfitGenerationError
from jupyterlab_maturin.reload.python_sources import python_sources
from jupyterlab_maturin.reload.surface import record
from jupyterlab_maturin.reload.surface.items import surface_of
from jupyterlab_maturin.reload.swap import Modules
from jupyterlab_maturin.reload.trial_import import try_import


def generation(module: str, number: int) -> types.ModuleType:
    """Return an earlier build of a module, loaded beside the one in use.

    Nothing that is in use changes: ``module`` is still the newest build in ``sys.modules``, and no name is rebound. The same
    call returns the same object, which no later build changes. The build is kept on disk for as long as this process lives.

    ::

        from jupyterlab_maturin import generation
        from jupyterlab_maturin.gil import compare

        compare({"before": generation("primes", 3).nth_prime, "after": primes.nth_prime}, 20_000)

    Args:
        module: the name to import, of a module that a build extension cell has loaded: ``"primes"``.
        number: which of its builds; ``%build_extension --history`` lists them.

    Raises:
        CrateError: no build of this module is loaded, or it has no build with this number.
        ReloadError: it could not be imported.
    """
    top = module.partition(".")[0]
    with one_at_a_time:
        in_use = loaded_as(top)
        if in_use is None:
            raise CrateError(
                f"Loading build {number} of {module}: no build extension cell has loaded {top} in this Python; "
                f"run %build_extension first."
            )
        directory = in_use.hold.generation.parent / str(number)
        beside = _beside.get(directory)
        if beside is not None:
            return beside.import_module(module)
        _require(module, number, in_use.hold.generation.parent)
        beside = _Beside(top, number, directory, in_use.manifest)
        try:
            beside.try_import(in_use.generation)
            found = beside.import_module(module)
        except BaseException:
            beside.release()
            raise
        pin(directory)
        _beside[directory] = beside
        return found


def _require(module: str, number: int, modules: Path) -> None:
    known = [entry.name for entry in numbered(modules)]
    if str(number) not in known:
        raise CrateError(
            f"Loading build {number} of {module}: there is no such build; those on disk are {', '.join(known)}."
        )


class _Beside:
    """One generation that is loaded beside the one in use."""

    def __init__(self, top: str, number: int, directory: Path, manifest: str | None) -> None:
        self.modules: Modules = {}
        self._top = top
        self._number = number
        self._directory = directory
        try:
            self._claim = hold_to_import(directory)
        except UnfitGenerationError as error:
            raise ReloadError(
                f"Loading build {number} of {top}: it is not loaded, because {error} ({directory}); "
                f"choose another one, or build again for a new one."
            ) from error
        except OSError as error:
            raise ReloadError(
                f"Loading build {number} of {top}: {directory} cannot be used ({error}); build again, or choose another build (%build_extension --history)."
            ) from error
        own_names = {**vars(builtins), "__import__": self._import}
        self._finder = GenerationFinder(self._claim.directory, python_sources(manifest), own_names)
        self._active = False

    def release(self) -> None:
        """Give up the claim on its files."""
        self._claim.release()

    def try_import(self, in_use: int) -> None:
        """Import its library in a child process first; see :func:`~jupyterlab_maturin.reload.trial_import.try_import`."""
        library = library_of(self._claim.directory)
        if library is not None:
            try_import(self._top, self._directory, self._claim.directory, library, in_use)

    def import_module(self, name: str) -> types.ModuleType:
        """Import a module of this generation; one that was imported before is returned as it is."""
        first = not self.modules
        try:
            with self._in_place():
                module = importlib.import_module(name)
        except KeyboardInterrupt:
            raise
        # As in a swap: an initialiser may panic or end the process, and neither may end the kernel.
        except BaseException as error:
            raise ReloadError(explain(name, self._claim.directory, error)) from error
        if first:
            self._count_memory()
            made_here = Definitions(self._number, self.modules, of_other_builds(self._top)).defined
            record.write(self._directory, surface_of(self.modules, made_here))
        return module

    def _count_memory(self) -> None:
        for module in self.modules.values():
            spec = namespace_of(module).get("__spec__")
            loader = getattr(spec, "loader", None)
            if isinstance(loader, importlib.machinery.ExtensionFileLoader):
                sentence = mapped_memory.count(Path(loader.path))
                if sentence is not None:
                    warnings.warn(sentence, stacklevel=2)

    def _import(self, name: str, *arguments: Any, **options: Any) -> Any:
        """Do what an import statement in one of this generation's Python files asks for."""
        level = options.get("level", arguments[3] if len(arguments) > 3 else 0)
        if level == 0 and name.partition(".")[0] not in self._finder.names:
            return builtins.__import__(name, *arguments, **options)
        with self._in_place():
            return builtins.__import__(name, *arguments, **options)

    @contextmanager
    def _in_place(self) -> Iterator[None]:
        """Have this generation's modules in ``sys.modules`` during the body, and those of the one in use after it."""
        with one_at_a_time:
            if self._active:
                yield
                return
            in_use = loaded_as(self._top)
            replaced = in_use.registered() if in_use is not None else {}
            foreign = {id(one) for one in registered_modules().values() if has_no_file(one)}
            finders = list(sys.meta_path)
            parents = _attributes_of_parents(replaced)
            self._active = True
            try:
                for name in replaced:
                    del sys.modules[name]
                sys.modules.update(self.modules)
                sys.meta_path[:] = [
                    self._finder,
                    *(one for one in finders if in_use is None or one is not in_use.finder),
                ]
                yield
            finally:
                with hold_interrupts():
                    self._active = False
                    sys.meta_path[:] = finders
                    found = modules_of(self._finder.owns, self._finder.names, foreign)
                    own = {name: module for name, module in found.items() if sys.modules.get(name) is module}
                    for name in own:
                        del sys.modules[name]
                    self.modules |= own
                    sys.modules.update(replaced)
                    for namespace, attribute, value in parents:
                        namespace[attribute] = value


def _attributes_of_parents(modules: Modules) -> list[tuple[dict[str, Any], str, Any]]:
    """Return what holds ``modules`` in packages that stay where they are: Python sets that when a module is imported."""
    found = []
    for name in modules:
        package, _, attribute = name.rpartition(".")
        if package in sys.modules and package not in modules:
            namespace = namespace_of(sys.modules[package])
            if attribute in namespace:
                found.append((namespace, attribute, namespace[attribute]))
    return found


_beside: dict[Path, _Beside] = {}
