"""Build a crate and load it: the one call behind ``%build_extension``."""

from __future__ import annotations

import contextlib
import os
import sys
import time
import uuid
from collections.abc import Iterable
from concurrent.futures import Future
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from jupyterlab_maturin.bridge.client import Bridge, connect
from jupyterlab_maturin.build.display import Display
from jupyterlab_maturin.build.notebook import notebook_path
from jupyterlab_maturin.build.payload import State
from jupyterlab_maturin.build.process import environment, user_variables
from jupyterlab_maturin.build.result import Build
from jupyterlab_maturin.cli import cache_tag
from jupyterlab_maturin.errors import (
    BridgeError,
    BuildError,
    BuildExtensionError,
    CrateError,
    ReloadError,
    ToolError,
)
from jupyterlab_maturin.interrupts import hold_interrupts
from jupyterlab_maturin.reload.load import generation_in_use, load

#: Seconds that a cancelled build has to be gone before its bridge is killed, which takes it along.
PATIENCE = 5.0

Outcome = dict[str, Any]
#: What the bridge's threads put in the queue: one event, or (last) the answer itself.
Message = dict[str, Any] | Future[Outcome]


def build_extension(
    crate: str | os.PathLike[str] | None = None,
    *,
    profile: str = "release",
    features: Iterable[str] = (),
    default_features: bool = True,
    force: bool = False,
    install: bool = False,
    quiet: bool = False,
) -> Build:
    """Build a PyO3 crate for this Python with maturin and swap it into this process.

    Shows one output, updated in place while the build runs. When it fails, whatever was loaded stays in use.

    Args:
        crate: a folder or a Cargo.toml. Without it: the crate that holds the working directory, else the exercise
            with the notebook's own path, else the only crate one level below.
        profile: a cargo profile: ``release``, ``dev`` or one of the crate's own.
        features: cargo features to turn on.
        default_features: whether the crate's default features stay on.
        force: build and load again even if nothing changed.
        install: also install the module into this environment, with ``maturin develop``.
        quiet: show nothing unless it fails.

    Returns:
        What was built and loaded; the module carries the same as ``__build__``.

    Raises:
        CrateError: there is no such crate, or it cannot be built or loaded as it stands.
        BuildError: the compiler said no; carries its diagnostics. ``ToolError`` when a tool is missing or unfit.
        ReloadError: it compiled but would not import.
        BridgeError: the process that runs builds died; the next call starts a new one.
        KeyboardInterrupt: it was interrupted; every process of the build is gone by then.
    """
    wanted = features.replace(",", " ").split() if isinstance(features, str) else list(features)
    given = None if crate is None else os.path.expanduser(os.fspath(crate))
    state = State(crate=given or Path.cwd().name, profile=profile, features=wanted, started=time.monotonic())
    display = Display(state, quiet)
    variables = user_variables()
    notebook = notebook_path(variables)
    request = {
        "id": uuid.uuid4().hex,
        "crate": given,
        "cwd": os.getcwd(),
        "notebook": None if notebook is None else str(notebook),
        "interpreter": sys.executable,
        "tag": cache_tag(),
        "profile": profile,
        "features": wanted,
        "defaultFeatures": default_features,
        "force": force,
        "install": install,
        "environment": environment(),
    }
    try:
        display.update()
        outcome = _run(request, state, display)
        build = _finish(outcome, state, display, variables)
    except BuildExtensionError as error:
        if not state.over:
            state.fail(_kind(error), str(error))
        display.finish()
        raise
    except KeyboardInterrupt as interrupt:
        state.phase = "cancelled"
        display.finish()
        # Shown as one line: where in this package Ctrl-C struck is of no interest to anybody.
        setattr(interrupt, "_render_traceback_", lambda: ["KeyboardInterrupt: the build was cancelled."])  # noqa: B010
        raise
    display.finish()
    return build


def _run(request: dict[str, Any], state: State, display: Display) -> Outcome:
    """Have the bridge build, showing what it tells, and return the outcome."""
    messages: SimpleQueue[Message] = SimpleQueue()
    bridge = connect()
    answer: Future[Outcome] | None = None
    try:
        with hold_interrupts():  # half a message would leave the bridge deaf
            answer = bridge.build(request, messages.put)
            answer.add_done_callback(messages.put)
        return _follow(messages, state, display)
    except KeyboardInterrupt:
        if answer is not None:
            _cancel(bridge, request["id"], answer)
        raise


def _follow(messages: SimpleQueue[Message], state: State, display: Display) -> Outcome:
    changed = False
    while True:
        patience = display.wait(changed)
        if patience <= 0:
            display.update()
            changed = False
            continue
        try:
            message = messages.get(timeout=patience)
        except Empty:
            continue
        if isinstance(message, Future):
            return _outcome(message)
        state.apply(message)
        if message.get("kind") == "planned":
            state.previous = generation_in_use(state.manifest)
        changed = True


def _outcome(answer: Future[Outcome]) -> Outcome:
    try:
        return answer.result()
    except BuildExtensionError:
        raise
    except Exception as error:  # whatever JSON-RPC error the bridge answered with
        raise BridgeError(f"Building: the process that runs the build failed in itself: {error}") from error


def _cancel(bridge: Bridge, build: str, answer: Future[Outcome]) -> None:
    """End a build and wait until its processes are gone; a second Ctrl-C ends the bridge at once."""
    try:
        bridge.cancel(build)
        answer.exception(PATIENCE)
    except (KeyboardInterrupt, TimeoutError):
        bridge.kill()
        with contextlib.suppress(KeyboardInterrupt, TimeoutError):
            answer.exception(PATIENCE)


def _finish(outcome: Outcome, state: State, display: Display, variables: dict[str, Any]) -> Build:
    """Load what was built, or raise what its failure is called."""
    if outcome["status"] == "cancelled":
        raise KeyboardInterrupt
    if outcome["status"] == "failed":
        raise _failure(outcome["error"], state)
    state.phase = "loading"
    if display.wait(changed=True) <= 0:
        display.update()
    began = time.monotonic()
    module, directory, library = outcome["module"], Path(outcome["directory"]), Path(outcome["library"])
    reload = load(module, outcome["generation"], directory, library, state.manifest, variables)
    ended = time.monotonic()
    build = Build(
        module=module,
        generation=outcome["generation"],
        profile=outcome["profile"],
        features=tuple(outcome["features"]),
        changed=reload.changed,
        seconds=ended - state.started,
        library=library,
        crate=state.crate,
        manifest=None if state.manifest is None else Path(state.manifest),
        diagnostics=state.diagnostics,
        rebound=reload.rebound,
        stale=reload.stale,
    )
    vars(sys.modules[module.partition(".")[0]])["__build__"] = build
    state.phase, state.result = "done", build
    state.timings.append({"step": "load", "seconds": round(ended - began, 4)})
    return build


def _failure(error: dict[str, str], state: State) -> BuildExtensionError:
    state.fail(error["kind"], error["message"])
    if error["kind"] == "crate":
        return CrateError(error["message"])
    kind = ToolError if error["kind"] == "tool" else BuildError
    return kind(error["message"], state.diagnostics)


def _kind(error: BuildExtensionError) -> str:
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
