"""One build: its request, its state, loading what it made, and the payload that its output carries."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

from jupyterlab_maturin import protocol
from jupyterlab_maturin.build import crates_built, output
from jupyterlab_maturin.build.result import Build
from jupyterlab_maturin.cells.watch import stale_cells, watch_cells
from jupyterlab_maturin.errors import BuildError, BuildExtensionError, CrateError, ReloadError, ToolError
from jupyterlab_maturin.reload.follow.generation import INSTALLED
from jupyterlab_maturin.reload.installed_module import Project
from jupyterlab_maturin.reload.load import load, replaced_by
from jupyterlab_maturin.reload.loaded import generation_in_use
from jupyterlab_maturin.reload.shadowed import shadowed
from jupyterlab_maturin.reload.surface.change import SurfaceChange
from jupyterlab_maturin.session.notebook import user_variables
from jupyterlab_maturin.session.request_fields import location_fields, python_fields
from jupyterlab_maturin.tasks.compilation import Compilation
from jupyterlab_maturin.tasks.task import Task

#: How many characters of the log, counted from its end, the last state of an output carries.
LOG_AT_THE_END = 64 * 1024
#: The same while the build runs, because an output that is updated ten times a second should stay small.
LOG_MEANWHILE = 4 * 1024


@dataclass
class BuildTask(Task[protocol.BuildEvent, protocol.BuildOutcome, Build]):
    """One build, as far as it has come."""

    method = protocol.BUILD
    events = protocol.BuildEvent
    outcomes = protocol.BuildOutcome
    mime = protocol.BUILD_MIME
    success = "done"
    interrupted = "the build was cancelled"

    #: The crate as the user named it.
    given: str | None
    profile: str
    features: list[str]
    default_features: bool = True
    force: bool = False
    install: bool = False
    #: Whether the build takes the place of a module of its name that was not installed from this crate.
    replace: bool = False

    phase: protocol.BuildPhase = "planning"
    compilation: Compilation = field(default_factory=Compilation)
    crate: str = field(init=False)
    result: protocol.BuildResult | None = None
    error: protocol.BuildError | None = None
    #: The generation that stays in use if this build fails.
    previous: int | None = None
    #: The crate, once it is known.
    project: Project | None = None
    #: What was done when only the loading remained.
    done: Literal["built", "installed"] | UnsetType = UNSET
    timings: list[protocol.Timing] = field(default_factory=list)
    log: str = ""

    def __post_init__(self) -> None:
        self.crate = self.given or Path.cwd().name
        self.previous = generation_in_use(crates_built.recall(self.given))

    def request(self, task_id: str) -> protocol.BuildRequest:
        return protocol.BuildRequest(
            id=task_id,
            crate=self.given,
            profile=self.profile,
            features=self.features,
            default_features=self.default_features,
            force=self.force,
            install=self.install,
            **location_fields(),
            **python_fields(),
        )

    def apply(self, event: protocol.BuildEvent) -> None:
        self.compilation.apply(event)
        match event:
            case protocol.BuildPlanned():
                self.crate, self.profile, self.features = event.crate, event.profile, event.features
                self.previous = generation_in_use(event.manifest)
                crates_built.remember(self.given, event.manifest)
                self._look_for_others_of_its_name(event)
            case protocol.BuildStarted() | protocol.BuildProgress():
                self.phase = "building"
            case protocol.BuildLog():
                ending = "" if event.text.endswith("\n") else "\n"
                self.log = (self.log + event.text + ending)[-LOG_AT_THE_END:]
            case protocol.BuildFinished(outcome=protocol.Built() as built):
                self.timings = list(built.timings)

    def finish(self, outcome: protocol.BuildOutcome, refresh: Callable[[], None]) -> Build:
        match outcome:
            case protocol.BuildCancelled():
                raise KeyboardInterrupt
            case protocol.BuildFailed():
                raise self._failure(outcome.error)
            case protocol.Built():
                self.phase = "loading"
                self.done = "installed" if self.install else "built"
                refresh()
                return self._load(outcome)

    def fail(self, error: BuildExtensionError) -> None:
        self.phase, self.error = "failed", protocol.BuildError(_kind(error), str(error))

    def forms(self) -> tuple[protocol.BuildPayload, str, str]:
        payload = self.payload()
        return payload, output.as_html(payload), output.as_text(payload)

    def payload(self) -> protocol.BuildPayload:
        """Return the whole state as the output carries it."""
        return protocol.BuildPayload(
            version=protocol.BUILD_PAYLOAD_VERSION,
            phase=self.phase,
            crate=self.crate,
            profile=self.profile,
            features=self.features,
            result=self.result,
            error=self.error,
            previous=self.previous,
            unloaded=self.done if self.phase == "failed" else UNSET,
            timings=self.timings,
            log=self.log if self.over else self.log[-LOG_MEANWHILE:],
            **self.compilation.fields(),
        )

    def _look_for_others_of_its_name(self, planned: protocol.BuildPlanned) -> None:
        """Say what the build will take the place of, before anything is compiled.

        Raises:
            CrateError: it may not take the place of a module that is in use. This cancels the build.
        """
        if not (planned.module and planned.distribution and planned.project):
            return
        folders = (planned.project, str(Path(planned.manifest).parent))
        self.project = Project(planned.crate, planned.distribution, folders)
        replaced = replaced_by(planned.module, self.project, self.replace)
        if replaced is not None:
            self.previous = INSTALLED
            self.compilation.notes.append(
                f"{replaced.title} was imported before the first build, which takes its place"
            )
        elif self.previous is None and not self.install:
            for other in shadowed([planned.module], self.project):
                self.compilation.notes.append(
                    f"{other.title} is installed too; this kernel and its children use the build"
                    if other.own or self.replace
                    else f"{other.title} is installed too: this kernel uses the build, and programs that it starts "
                    f"use what is installed; add --replace to give them the build"
                )

    def _load(self, built: protocol.Built) -> Build:
        began = time.monotonic()
        directory, library, manifest = Path(built.directory), Path(built.library), self.compilation.manifest
        reload = load(
            built.module,
            built.generation,
            directory,
            library,
            manifest,
            user_variables(),
            self.project,
            self.replace,
        )
        self.compilation.notes.extend(reload.notes)
        self.timings.append(protocol.Timing("load", round(time.monotonic() - began, 4)))
        build = Build(
            module=built.module,
            generation=built.generation,
            profile=built.profile,
            features=tuple(built.features),
            changed=reload.changed,
            seconds=self.compilation.elapsed,
            library=library,
            crate=self.crate,
            manifest=None if manifest is None else Path(manifest),
            diagnostics=self._plain_diagnostics(),
            rebound=reload.rebound,
            stale=reload.stale,
        )
        vars(sys.modules[built.module.partition(".")[0]])["__build__"] = build
        watch_cells()
        self.phase = "done"
        self.result = protocol.BuildResult(
            module=build.module,
            generation=build.generation,
            seconds=round(build.seconds, 3),
            changed=build.changed,
            library=built.library,
            rebound=[protocol.Rebound(name.name, name.where) for name in build.rebound],
            stale=[protocol.Stale(name.name, name.where, name.reason) for name in build.stale],
            stale_cells=stale_cells(),
            surface=_surface(reload.surface),
        )
        return build

    def _failure(self, reason: protocol.FailureReason) -> BuildExtensionError:
        match reason.kind:
            case "crate":
                return CrateError(reason.message)
            case "tool":
                return ToolError(reason.message, self._plain_diagnostics())
            case "build":
                return BuildError(reason.message, self._plain_diagnostics())

    def _plain_diagnostics(self) -> list[dict[str, object]]:
        plain: list[dict[str, object]] = msgspec.to_builtins(self.compilation.diagnostics)
        return plain


def _surface(change: SurfaceChange | None) -> protocol.Surface | UnsetType:
    if change is None:
        return UNSET
    return protocol.Surface(change.added, change.changed, change.removed, change.omitted)


def _kind(error: BuildExtensionError) -> Literal["crate", "tool", "build", "reload", "bridge"]:
    match error:
        case CrateError():
            return "crate"
        case ReloadError():
            return "reload"
        case ToolError():
            return "tool"
        case BuildError():
            return "build"
        case _:
            return "bridge"
