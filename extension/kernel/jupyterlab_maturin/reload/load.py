"""Load a generation that the bridge built into this process."""

from __future__ import annotations

import sys
import threading
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from jupyterlab_maturin.errors import ReloadError
from jupyterlab_maturin.interrupts import hold_interrupts
from jupyterlab_maturin.reload import autoreload, import_folder, mapped_memory
from jupyterlab_maturin.reload.contents.definitions import is_constant
from jupyterlab_maturin.reload.contents.modules import has_no_file, modules_of, registered_modules
from jupyterlab_maturin.reload.follow.generation import INSTALLED, Definitions, Older
from jupyterlab_maturin.reload.follow.names import Successors, follow
from jupyterlab_maturin.reload.generation_finder import GenerationFinder, importable
from jupyterlab_maturin.reload.generations import Hold, hold_to_import, prune
from jupyterlab_maturin.reload.holders import worker_processes
from jupyterlab_maturin.reload.holders.search import LONGEST, Search
from jupyterlab_maturin.reload.installed_module import InstalledModule, Project, replaced_by_build
from jupyterlab_maturin.reload.mark_old import mark_old
from jupyterlab_maturin.reload.python_sources import python_sources
from jupyterlab_maturin.reload.report import Reload
from jupyterlab_maturin.reload.surface import record
from jupyterlab_maturin.reload.surface.change import SurfaceChange, surface_change
from jupyterlab_maturin.reload.surface.items import Surface, surface_of
from jupyterlab_maturin.reload.swap import Modules, SharedModules, Swapped, publish, swap
from jupyterlab_maturin.reload.trial_import import try_import
from jupyterlab_maturin.reload.user_namespaces import UserNamespace, user_namespaces

SEARCH_FAILED = "The search for what still holds something of an older build failed, so more may be old than is named here"
STOPPED_EARLY = (
    f"The search for what still holds something of an older build stopped after {LONGEST * 1000:.0f} ms, "
    f"so there may be more than is named here."
)


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

    def registered(self) -> Modules:
        """Return those of its modules that are in ``sys.modules``."""
        modules = _modules_in_use(self)
        return {name: module for name, module in modules.items() if sys.modules.get(name) is module}


_loaded: dict[str, Loaded] = {}
#: Held by whoever changes what is imported as which module.
one_at_a_time = threading.RLock()


def loaded_as(top: str) -> Loaded | None:
    """Return what this process uses as the top-level module ``top``; None when no build extension cell loaded it."""
    return _loaded.get(top)


def generation_in_use(manifest: str | None) -> int | None:
    """Return which generation of the crate with this ``Cargo.toml`` is loaded; ``None`` when none is."""
    for loaded in _loaded.values():
        if manifest is not None and loaded.manifest == manifest:
            return loaded.generation
    return None


def replaced_by(top: str, project: Project, replace_others: bool) -> InstalledModule | None:
    """Return the module from elsewhere in whose place :func:`load` will put a build of ``project``; None if there is none.

    Raises:
        CrateError: as :func:`load` will do.
    """
    return None if top in _loaded else replaced_by_build(top, (), project, replace_others)


def generations_in_use() -> list[Loaded]:
    """Return what is loaded now, one generation for each module."""
    return list(_loaded.values())


def is_in_use(directory: Path) -> bool:
    """Tell whether the generation in ``directory`` is the one of its module that is loaded."""
    return any(loaded.hold.generation == directory for loaded in _loaded.values())


def load(
    name: str,
    generation: int,
    directory: Path,
    library: Path,
    manifest: str | None,
    variables: dict[str, Any],
    project: Project | None = None,
    replace_others: bool = False,
) -> Reload:
    """Import the generation in ``directory`` in place of the one in use, and make the user's names follow it.

    Args:
        name: the module to import.
        generation: its number.
        directory: the folder that holds it.
        library: the native library in that folder.
        manifest: the ``Cargo.toml`` of the crate it was built from.
        variables: the namespace that cells run in.
        project: the crate it was built from. A module that was installed from it gives way to the build.
        replace_others: whether a module of another origin gives way, too.

    Returns:
        What followed and what did not; ``changed`` is False, and nothing was touched, when exactly this generation
        was loaded already.

    Raises:
        CrateError: a module of that name is in use that does not give way.
        ReloadError: it could not be imported, or would have ended this process. The module that was in use is untouched.
    """
    top = name.partition(".")[0]
    with one_at_a_time:
        in_use = _loaded.get(top)
        if in_use is not None and in_use.hold.generation == directory and _is_in_place(name, in_use):
            return Reload(False, [], [])
        installed: InstalledModule | None = None
        try:
            if in_use is None:
                others = set(importable(directory).values()) - {top}
                installed = replaced_by_build(top, others, project, replace_others)
            claim = hold_to_import(directory)
        except FileNotFoundError as error:
            raise ReloadError(
                f"Importing {top}: {directory} was removed before it could be loaded; build again."
            ) from error
        except OSError as error:
            raise ReloadError(f"Importing {top}: {directory} could not be copied ({error}).") from error
        library = claim.directory / library.relative_to(directory)
        try:
            try_import(
                name, directory, claim.directory, library, None if in_use is None else in_use.generation
            )
        except BaseException:
            claim.release()
            raise
        finder = GenerationFinder(claim.directory, python_sources(manifest))
        old_directory = in_use.hold.directory if in_use is not None else None
        if installed is not None:
            nothing = Hold(Path(*installed.places[:1]), -1)
            in_use = Loaded(top, INSTALLED, manifest, nothing, installed, Definitions(INSTALLED, {}, ()))
        before = _plain_folders(finder) if in_use is None else _modules_in_use(in_use)
        namespaces = user_namespaces(variables, set(map(id, before.values())))
        known = _values(namespaces) | of_other_builds(top)
        import_folder.point_at(old_directory, claim.directory)
        try:
            fresh, vanished = swap(
                name, library, finder, before, in_use.finder if in_use is not None else None
            )
        except BaseException:
            import_folder.point_at(claim.directory, old_directory)
            claim.release()
            raise
        with hold_interrupts():
            constants = in_use.definitions.constants() if in_use is not None else {}
            shared = in_use.shared if in_use is not None else SharedModules()
            swapped = publish(before, fresh, vanished, shared)
            definitions = Definitions(generation, swapped.modules, known)
            older = in_use.older if in_use is not None else Older()
            earlier = (
                {} if in_use is None else in_use.earlier | {str(in_use.hold.directory): in_use.generation}
            )
            surface = surface_of(definitions.modules, definitions.defined)
            _loaded[top] = Loaded(
                top, generation, manifest, claim, finder, definitions, older, shared, earlier, surface
            )
            report = Reload(True, [], [])
            if in_use is not None:
                in_use.hold.release()
                report = _follow(in_use, constants, swapped, _loaded[top], namespaces)
                report = replace(report, surface=_surface_change(in_use, _loaded[top]))
                elsewhere, all_seen = worker_processes.old_workers(top, directory)
                report.stale.extend(elsewhere)
                report.notes.extend([] if all_seen else [worker_processes.STOPPED_EARLY])
            autoreload.leave_out(swapped.modules)
        record.write(directory, surface)
        memory = mapped_memory.count(library)
        if memory is not None:
            report.notes.append(memory)
        prune(directory)
        return report


def _surface_change(old: Loaded, new: Loaded) -> SurfaceChange | None:
    try:
        return surface_change(old.surface, old.hold.generation, new.surface, new.hold.generation)
    except OSError:
        return None  # the earlier generation's folder is gone


def _add_later(loaded: Loaded, modules: Modules) -> None:
    """Take in what came into the modules of a generation after it was loaded."""
    loaded.definitions.add_later(modules)
    later = {name: module for name, module in modules.items() if name not in loaded.surface}
    loaded.surface |= surface_of(later, loaded.definitions.defined, modules)


def _follow(
    in_use: Loaded,
    constants: dict[Any, Any],
    swapped: Swapped,
    new: Loaded,
    namespaces: list[UserNamespace],
) -> Reload:
    """Make the user's names follow, and report what still holds something of an earlier generation."""
    objects = in_use.older.retire(in_use.definitions, new.earlier)
    objects.leave_out(new.definitions)
    successors = Successors(objects, constants, new.definitions)
    rebound, stale = follow(namespaces, successors, swapped)
    mark_old(objects, successors)
    among_themselves = objects.held_by_their_modules()
    held = {objects.defined[id(value)].generation for value in objects.unexplained(among_themselves)}
    notes = []
    if held:
        explained = Counter(among_themselves)
        try:
            found, complete = Search(objects, namespaces, set(new.definitions.defined), explained).run()
        except Exception as error:  # noqa: BLE001 - the new build is in place; a fault of the search must not hide that
            notes.append(f"{SEARCH_FAILED} ({type(error).__name__}: {error}).")
        else:
            stale += found
            if complete:
                objects.accept_hidden_classes(explained)
            else:
                notes.append(STOPPED_EARLY)
    in_use.older.forget_all_but(held)
    return Reload(True, rebound, stale, notes)


def _modules_in_use(in_use: Loaded) -> Modules:
    """Return the modules that are to be replaced; those that were imported after the load are added to what is known."""
    remembered = in_use.definitions.modules
    known = set(map(id, remembered.values()))
    foreign = {
        id(module)
        for name, module in registered_modules().items()
        if has_no_file(module) and name.partition(".")[0] not in in_use.finder.names
    } - known
    # Another tool that reloads modules may have filled one of these from another file.
    modules = modules_of(
        lambda module: id(module) in known or in_use.finder.owns(module), in_use.finder.names, foreign
    )
    for name, module in remembered.items():
        if modules.get(name, module) is not module:  # taken out of sys.modules and imported again
            in_use.shared.add(name, module)
    _add_later(in_use, modules)
    if in_use.generation == INSTALLED:
        in_use.definitions.forget_references()
    # The user may have taken a module out of sys.modules, and still have it.
    return {**remembered, **modules}


def _plain_folders(finder: GenerationFinder) -> Modules:
    """Return the folders that an earlier import took for packages whose names the generation has.

    Often it is the crate's own. Its module object is in the user's hands.
    """
    return {
        name: module
        for name, module in registered_modules().items()
        if name in finder.names and has_no_file(module) and finder.find_spec(name) is not None
    }


def _is_in_place(name: str, in_use: Loaded) -> bool:
    """Tell whether the module is imported, and from the generation in use: another tool may have reloaded it."""
    module = registered_modules().get(name)
    return module is not None and in_use.finder.owns(module)


def of_other_builds(top: str) -> set[int]:
    """Return the ``id`` of what other modules' generations defined: a package may import from another one that was built."""
    return {key for name, loaded in _loaded.items() if name != top for key in loaded.definitions.defined}


def _values(namespaces: list[UserNamespace]) -> set[int]:
    """Return the ``id`` of each value that the user has before the import."""
    return {
        id(value)
        for namespace in namespaces
        for value in namespace.variables.values()
        if not is_constant(value)
    }
