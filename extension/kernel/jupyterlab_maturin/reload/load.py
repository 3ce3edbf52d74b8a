"""Load a generation that the bridge built into this process."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from jupyterlab_maturin.errors import ReloadError
from jupyterlab_maturin.interrupts import hold_interrupts
from jupyterlab_maturin.reload import autoreload, import_folder, mapped_memory
from jupyterlab_maturin.reload.contents.definitions import is_constant
from jupyterlab_maturin.reload.contents.modules import has_no_file, registered_modules
from jupyterlab_maturin.reload.follow.generation import INSTALLED, Definitions
from jupyterlab_maturin.reload.follow.names import Successors, follow
from jupyterlab_maturin.reload.generation_finder import GenerationFinder, importable
from jupyterlab_maturin.reload.generations import Hold, hold_to_import, prune
from jupyterlab_maturin.reload.holders import worker_processes
from jupyterlab_maturin.reload.holders.search import LONGEST, Search
from jupyterlab_maturin.reload.installed_module import InstalledModule, Project, replaced_by_build
from jupyterlab_maturin.reload.loaded import Loaded, loaded_as, of_other_builds, one_at_a_time, use
from jupyterlab_maturin.reload.look import UnfitGenerationError
from jupyterlab_maturin.reload.mark_old import mark_old
from jupyterlab_maturin.reload.python_sources import python_sources
from jupyterlab_maturin.reload.report import Reload
from jupyterlab_maturin.reload.shadowed import kept_from_programs, shadowed
from jupyterlab_maturin.reload.surface import record
from jupyterlab_maturin.reload.surface.change import SurfaceChange, surface_change
from jupyterlab_maturin.reload.surface.items import surface_of
from jupyterlab_maturin.reload.swap import Modules, SharedModules, Swapped, publish, swap
from jupyterlab_maturin.reload.trial_import import try_import
from jupyterlab_maturin.reload.user_namespaces import UserNamespace, user_namespaces

SEARCH_FAILED = "The search for what still holds something of an older build failed, so more may be old than is named here"
STOPPED_EARLY = (
    f"The search for what still holds something of an older build stopped after {LONGEST * 1000:.0f} ms, "
    f"so there may be more than is named here."
)


def replaced_by(top: str, project: Project, replace_others: bool) -> InstalledModule | None:
    """Return the module from elsewhere in whose place :func:`load` will put a build of ``project``; None if there is none.

    Raises:
        CrateError: as :func:`load` will do.
    """
    return None if loaded_as(top) else replaced_by_build(top, (), project, replace_others)


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
        in_use = loaded_as(top)
        if in_use is not None and in_use.hold.generation == directory and in_use.is_in_place(name):
            return Reload(False, [], [])
        installed = None if in_use is not None else _installed(top, directory, project, replace_others)
        previous = in_use if installed is None else _as_loaded(top, manifest, installed)
        linked = None if in_use is None else in_use.hold.directory
        kept_before = frozenset() if in_use is None else in_use.kept
        with ExitStack() as undo:
            claim = _claim(top, directory)
            undo.callback(claim.release)
            library = claim.directory / library.relative_to(directory)
            try_import(
                name, directory, claim.directory, library, None if in_use is None else in_use.generation
            )
            finder = GenerationFinder(claim.directory, python_sources(manifest))
            before = _plain_folders(finder) if previous is None else previous.all_modules()
            namespaces = user_namespaces(variables, set(map(id, before.values())))
            known = _values(namespaces) | of_other_builds(top)
            made_from = project or _project_of(top, manifest)
            names = sorted(finder.names)
            strangers = [one for one in shadowed(names, made_from) if not one.own]
            kept = kept_from_programs(top, claim.directory, made_from, strangers, replace_others)
            undo.callback(import_folder.point_at, claim.directory, linked, kept_before)
            import_folder.point_at(linked, claim.directory, kept)
            fresh, vanished = swap(
                name, library, finder, before, None if previous is None else previous.finder
            )
            undo.pop_all()
        with hold_interrupts():
            constants = {} if previous is None else previous.definitions.constants()
            shared = SharedModules() if previous is None else previous.shared
            swapped = publish(before, fresh, vanished, shared)
            definitions = Definitions(generation, swapped.modules, known)
            surface = surface_of(swapped.modules, definitions.defined)
            new = Loaded(
                top,
                generation,
                manifest,
                claim,
                finder,
                definitions,
                shared=shared,
                surface=surface,
                kept=kept,
            )
            use(new)
            report = Reload(True, [], [])
            if previous is None:
                report.notes.extend(
                    f"{one.title} is installed too; the build brings a {one.name} of its own, which this kernel uses"
                    for one in strangers
                    if one.name != top
                )
            else:
                new.older = previous.older
                new.earlier = previous.earlier | {str(previous.hold.directory): previous.generation}
                previous.hold.release()
                report = _follow(previous, constants, swapped, new, namespaces)
                _add_old_workers(report, top, directory)
            autoreload.leave_out(swapped.modules)
        record.write(directory, surface)
        memory = mapped_memory.count(library)
        if memory is not None:
            report.notes.append(memory)
        prune(directory)
        return report


def _project_of(top: str, manifest: str | None) -> Project:
    """Return as much of a crate as follows from where its ``Cargo.toml`` is."""
    return Project(top, top, () if manifest is None else tuple(map(str, list(Path(manifest).parents)[:2])))


def _installed(
    top: str, directory: Path, project: Project | None, replace_others: bool
) -> InstalledModule | None:
    """Return the module from elsewhere whose place the generation takes."""
    try:
        others = set(importable(directory).values()) - {top}
    except OSError:
        others = set()  # it was removed, which is said when it is claimed
    return replaced_by_build(top, others, project, replace_others)


def _as_loaded(top: str, manifest: str | None, installed: InstalledModule) -> Loaded:
    """Return a module that was imported from elsewhere as the generation before the first."""
    nothing = Hold(Path(*installed.places[:1]), -1)
    return Loaded(top, INSTALLED, manifest, nothing, installed, Definitions(INSTALLED, {}, ()))


def _claim(top: str, directory: Path) -> Hold:
    try:
        return hold_to_import(directory)
    except FileNotFoundError as error:
        raise ReloadError(
            f"Importing {top}: {directory} was removed before it could be loaded; build again."
        ) from error
    except UnfitGenerationError as error:
        raise ReloadError(
            f"Importing {top}: build {directory.name} is not loaded, because {error} ({directory}); "
            f"build again for a new one."
        ) from error
    except OSError as error:
        raise ReloadError(
            f"Importing {top}: {directory} could not be copied ({error}); free some space there, or build again."
        ) from error


def _add_old_workers(report: Reload, top: str, directory: Path) -> None:
    workers, all_seen = worker_processes.old_workers(top, directory)
    report.stale.extend(workers)
    report.notes.extend([] if all_seen else [worker_processes.STOPPED_EARLY])


def _surface_change(old: Loaded, new: Loaded) -> SurfaceChange | None:
    try:
        return surface_change(old.surface, old.hold.generation, new.surface, new.hold.generation)
    except OSError:
        return None  # the earlier generation's folder is gone


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
    return Reload(True, rebound, stale, notes, _surface_change(in_use, new))


def _plain_folders(finder: GenerationFinder) -> Modules:
    """Return the folders that an earlier import took for packages whose names the generation has.

    Often it is the crate's own. Its module object is in the user's hands.
    """
    return {
        name: module
        for name, module in registered_modules().items()
        if name in finder.names and has_no_file(module) and finder.find_spec(name) is not None
    }


def _values(namespaces: list[UserNamespace]) -> set[int]:
    """Return the ``id`` of each value that the user has before the import."""
    return {
        id(value)
        for namespace in namespaces
        for value in namespace.variables.values()
        if not is_constant(value)
    }
