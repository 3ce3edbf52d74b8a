"""What this process has loaded: one generation for each module."""

from __future__ import annotations

import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

from jupyterlab_maturin.reload.contents.modules import has_no_file, modules_of, registered_modules
from jupyterlab_maturin.reload.follow.generation import INSTALLED, Definitions, Older
from jupyterlab_maturin.reload.generation_finder import GenerationFinder
from jupyterlab_maturin.reload.generations import Hold
from jupyterlab_maturin.reload.installed_module import InstalledModule
from jupyterlab_maturin.reload.surface.items import Surface, surface_of
from jupyterlab_maturin.reload.swap import Modules, SharedModules


@dataclass(slots=True)
class Loaded:
    """The generation of a module that this process uses."""

    name: str
    generation: int
    manifest: str | None
    hold: Hold
    finder: GenerationFinder | InstalledModule
    definitions: Definitions
    older: Older = field(default_factory=Older)
    shared: SharedModules = field(default_factory=SharedModules)
    #: The folders of the generations that were loaded before this one, and their numbers.
    earlier: dict[str, int] = field(default_factory=dict)
    #: What it offers, by module; see :mod:`jupyterlab_maturin.reload.surface`.
    surface: Surface = field(default_factory=dict)
    #: The entries of its folder that programs which this process starts do not find.
    kept: frozenset[str] = frozenset()

    def all_modules(self) -> Modules:
        """Return its modules, in the order of their import; what was imported after the load becomes known by this."""
        remembered = self.definitions.modules
        known = set(map(id, remembered.values()))
        foreign = {
            id(module)
            for name, module in registered_modules().items()
            if has_no_file(module) and name.partition(".")[0] not in self.finder.names
        } - known
        # Another tool that reloads modules may have filled one of these from another file.
        modules = modules_of(
            lambda module: id(module) in known or self.finder.owns(module), self.finder.names, foreign
        )
        for name, module in remembered.items():
            if modules.get(name, module) is not module:  # taken out of sys.modules and imported again
                self.shared.add(name, module)
        self.definitions.add_later(modules)
        later = {name: module for name, module in modules.items() if name not in self.surface}
        self.surface |= surface_of(later, self.definitions.defined, modules)
        if self.generation == INSTALLED:
            self.definitions.forget_references()
        # The user may have taken a module out of sys.modules, and still have it.
        return {**remembered, **modules}

    def registered(self) -> Modules:
        """Return those of its modules that are in ``sys.modules``."""
        return {
            name: module for name, module in self.all_modules().items() if sys.modules.get(name) is module
        }

    def is_in_place(self, name: str) -> bool:
        """Tell whether the module ``name`` is imported from this generation: another tool may have reloaded it."""
        module = registered_modules().get(name)
        return module is not None and self.finder.owns(module)


_loaded: dict[str, Loaded] = {}
#: Held by whoever changes what is imported as which module.
one_at_a_time = threading.RLock()


def loaded_as(top: str) -> Loaded | None:
    """Return what this process uses as the top-level module ``top``; None when no build extension cell loaded it."""
    return _loaded.get(top)


def use(loaded: Loaded) -> None:
    """Remember that this process uses ``loaded`` from now on."""
    _loaded[loaded.name] = loaded


def generation_in_use(manifest: str | None) -> int | None:
    """Return which generation of the crate with this ``Cargo.toml`` is loaded; ``None`` when none is."""
    for loaded in _loaded.values():
        if manifest is not None and loaded.manifest == manifest:
            return loaded.generation
    return None


def generations_in_use() -> list[Loaded]:
    """Return what is loaded now, one generation for each module."""
    return list(_loaded.values())


def is_in_use(directory: Path) -> bool:
    """Tell whether the generation in ``directory`` is the one of its module that is loaded."""
    return any(loaded.hold.generation == directory for loaded in _loaded.values())


def of_other_builds(top: str) -> set[int]:
    """Return the ``id`` of what other modules' generations defined: a package may import from another one that was built."""
    return {key for name, loaded in _loaded.items() if name != top for key in loaded.definitions.defined}
