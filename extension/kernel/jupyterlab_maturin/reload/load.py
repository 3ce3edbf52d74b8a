"""Load a generation that the bridge built into this process."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jupyterlab_maturin.errors import ReloadError
from jupyterlab_maturin.interrupts import hold_interrupts
from jupyterlab_maturin.reload import import_folder, mapped_memory
from jupyterlab_maturin.reload.contents.definitions import is_constant
from jupyterlab_maturin.reload.contents.modules import has_no_file, modules_of, registered_modules
from jupyterlab_maturin.reload.follow.generation import INSTALLED, Definitions, Older
from jupyterlab_maturin.reload.follow.names import Successors, follow
from jupyterlab_maturin.reload.generation_finder import GenerationFinder, importable
from jupyterlab_maturin.reload.generations import Hold, hold, prune
from jupyterlab_maturin.reload.holders.search import LONGEST, Search
from jupyterlab_maturin.reload.installed_module import InstalledModule, Project, replaced_by_build
from jupyterlab_maturin.reload.mark_old import mark_old
from jupyterlab_maturin.reload.python_sources import python_sources
from jupyterlab_maturin.reload.report import Reload
from jupyterlab_maturin.reload.swap import Modules, SharedModules, Swapped, publish, swap
from jupyterlab_maturin.reload.user_namespaces import UserNamespace, user_namespaces

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


_loaded: dict[str, Loaded] = {}
_one_at_a_time = threading.RLock()


def generation_in_use(manifest: str | None) -> int | None:
    """Return which generation of the crate with this ``Cargo.toml`` is loaded; ``None`` when none is."""
    for loaded in _loaded.values():
        if manifest is not None and loaded.manifest == manifest:
            return loaded.generation
    return None


def replaced_by(top: str, project: Project, replace: bool) -> InstalledModule | None:
    """Return the module from elsewhere in whose place :func:`load` will put a build of ``project``; None if there is none.

    Raises:
        CrateError: as :func:`load` will do.
    """
    return None if top in _loaded else replaced_by_build(top, (), project, replace)


def generations_in_use() -> list[Loaded]:
    """Return what is loaded now, one generation for each module."""
    return list(_loaded.values())


def load(
    name: str,
    generation: int,
    directory: Path,
    library: Path,
    manifest: str | None,
    variables: dict[str, Any],
    project: Project | None = None,
    replace: bool = False,
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
        replace: whether a module of another origin gives way, too.

    Returns:
        What followed and what did not; ``changed`` is False, and nothing was touched, when exactly this generation
        was loaded already.

    Raises:
        CrateError: a module of that name is in use that does not give way.
        ReloadError: it could not be imported. The module that was in use is untouched.
    """
    top = name.partition(".")[0]
    with _one_at_a_time:
        in_use = _loaded.get(top)
        if in_use is not None and in_use.hold.directory == directory and _is_in_place(name, in_use):
            return Reload(False, [], [])
        installed: InstalledModule | None = None
        try:
            if in_use is None:
                others = set(importable(directory).values()) - {top}
                installed = replaced_by_build(top, others, project, replace)
            claim = hold(directory)
        except OSError as error:
            raise ReloadError(
                f"Importing {top}: {directory} was removed before it could be loaded; build again."
            ) from error
        finder = GenerationFinder(directory, python_sources(manifest))
        old_directory = in_use.hold.directory if in_use is not None else None
        if installed is not None:
            nothing = Hold(Path(*installed.places[:1]), -1)
            in_use = Loaded(top, INSTALLED, manifest, nothing, installed, Definitions(INSTALLED, {}, ()))
        before = _modules_in_use(in_use, finder)
        namespaces = user_namespaces(variables, set(map(id, before.values())))
        known = _values(namespaces) | _of_other_builds(top)
        import_folder.point_at(old_directory, directory)
        try:
            fresh, vanished = swap(
                name, library, finder, before, in_use.finder if in_use is not None else None
            )
        except BaseException:
            import_folder.point_at(directory, old_directory)
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
            _loaded[top] = Loaded(
                top, generation, manifest, claim, finder, definitions, older, shared, earlier
            )
            report = Reload(True, [], [])
            if in_use is not None:
                in_use.hold.release()
                report = _follow(in_use, constants, swapped, _loaded[top], namespaces)
        memory = mapped_memory.count(library)
        if memory is not None:
            report.notes.append(memory)
        prune(directory)
        return report


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
        found, complete = Search(objects, namespaces, set(new.definitions.defined), explained).run()
        stale += found
        if complete:
            objects.accept_hidden_classes(explained)
        else:
            notes.append(STOPPED_EARLY)
    in_use.older.forget_all_but(held)
    return Reload(True, rebound, stale, notes)


def _modules_in_use(in_use: Loaded | None, finder: GenerationFinder) -> Modules:
    """Return the modules that are to be replaced; those that were imported after the load are added to what is known."""
    if in_use is not None:
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
        in_use.definitions.add_later(modules)
        if in_use.generation == INSTALLED:
            in_use.definitions.forget_references()
        # The user may have taken a module out of sys.modules, and still have it.
        return {**remembered, **modules}
    # A folder that an earlier import took for a package is often the crate's own. Its module object is in the user's hands.
    return {
        name: module
        for name, module in registered_modules().items()
        if name in finder.names and has_no_file(module) and finder.find_spec(name) is not None
    }


def _is_in_place(name: str, in_use: Loaded) -> bool:
    """Tell whether the module is imported, and from the generation in use: another tool may have reloaded it."""
    module = registered_modules().get(name)
    return module is not None and in_use.finder.owns(module)


def _of_other_builds(top: str) -> set[int]:
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
