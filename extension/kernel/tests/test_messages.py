"""What the bridge sends is checked: a message that does not fit ends the task with one sentence."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from kernel_support import FAKE_BRIDGE, WELCOME

from jupyterlab_maturin import BridgeError, BuildError, build_extension, protocol
from jupyterlab_maturin.bridge import client
from jupyterlab_maturin.bridge.messages import decode, decode_event
from jupyterlab_maturin.protocol import (
    PROTOCOL_VERSION,
    BuildCancelled,
    BuildEvent,
    BuildOutcome,
    BuildProgress,
    VerifyEvent,
)

COUNTS = {"errors": 0, "warnings": 0, "omitted": 0}
FAILED = {
    "status": "failed",
    "error": {"kind": "build", "message": "It does not compile."},
    "seconds": 1,
    "counts": COUNTS,
}
REINSTALL = "; reinstall jupyterlab-maturin and restart the kernel, so that both are of one version."

Start = Callable[..., None]


@pytest.fixture
def bridge_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Start]:
    """Replace the bridge by one that sends what the test makes up."""
    monkeypatch.setattr(client, "node_executable", lambda: sys.executable)
    monkeypatch.setattr(client, "bridge_file", lambda: FAKE_BRIDGE)
    monkeypatch.setattr(client, "_bridge", None)

    def start(**script: Any) -> None:
        script = {"received": str(tmp_path / "received"), **script}
        script["results"] = {"hello": WELCOME, **script.get("results", {})}
        monkeypatch.setenv("FAKE_BRIDGE", json.dumps(script))

    yield start
    if client._bridge is not None:
        client._bridge.close()


@pytest.fixture
def received(tmp_path: Path) -> Callable[[], list[str]]:
    """Return the methods that arrived at the bridge, in order."""
    return lambda: (tmp_path / "received").read_text().split()


@pytest.mark.parametrize(
    ("event", "name", "fault"),
    [
        (
            {"kind": "progress", "done": 1, "total": 2},
            "event `progress` of `build`",
            "object missing required field `crate`",
        ),
        (
            {"kind": "progress", "done": "one", "total": 2, "crate": "a"},
            "event `progress` of `build`",
            "expected `int`, got `str` - at `$.done`",
        ),
        (
            {"kind": "diagnostic", "diagnostic": {"message": "no"}},
            "event `diagnostic` of `build`",
            "object missing required field `code` - at `$.diagnostic`",
        ),
        ({"done": 1}, "event of `build`", "object missing required field `kind`"),
        ({"kind": 3}, "event of `build`", "expected `str`, got `int` - at `$.kind`"),
        ("progress", "event of `build`", "expected `object`, got `str`"),
        (None, "event of `build`", "expected `object`, got `null`"),
    ],
)
def test_an_event_that_does_not_fit_is_one_sentence_that_names_the_field(
    event: Any, name: str, fault: str
) -> None:
    with pytest.raises(BridgeError) as caught:
        decode_event(event, BuildEvent, "build")
    assert str(caught.value) == f"The {name} from the bridge cannot be read: {fault}{REINSTALL}"


def test_a_field_that_nobody_asked_for_is_ignored() -> None:
    event = {"kind": "progress", "done": 1, "total": 2, "crate": "a", "colour": "blue"}
    assert decode_event(event, BuildEvent, "build") == BuildProgress(1, 2, "a")


@pytest.mark.parametrize(
    ("event", "kinds"),
    [
        ({"kind": "from the future"}, BuildEvent),
        ({"kind": "from the future"}, VerifyEvent),
        ({"kind": "build", "event": {"kind": "from the future"}}, VerifyEvent),
    ],
)
def test_an_event_of_an_unknown_kind_is_ignored(event: dict[str, Any], kinds: Any) -> None:
    assert decode_event(event, kinds, "verify") is None


def test_an_event_of_a_build_inside_a_verification_is_checked_too() -> None:
    with pytest.raises(BridgeError, match="missing required field `reason`"):
        decode_event({"kind": "build", "event": {"kind": "waiting"}}, VerifyEvent, "verify")


def test_an_outcome_is_told_apart_by_its_status() -> None:
    assert decode({"status": "cancelled", "seconds": 1}, BuildOutcome, "answer") == BuildCancelled(1.0)
    with pytest.raises(BridgeError, match=r"invalid value 'lost' - at `\$\.status`"):
        decode({"status": "lost"}, BuildOutcome, "answer")


def test_a_bridge_of_another_version_is_refused(bridge_says: Start) -> None:
    bridge_says(results={"hello": {**WELCOME, "protocol": PROTOCOL_VERSION + 1}})
    with pytest.raises(BridgeError) as caught:
        client.connect()
    assert str(caught.value) == (
        f"The bridge speaks version {PROTOCOL_VERSION + 1} of the protocol and this kernel version "
        f"{PROTOCOL_VERSION}; reinstall jupyterlab-maturin and restart the kernel."
    )


def test_a_bridge_that_refuses_this_version_says_what_to_do(bridge_says: Start) -> None:
    said = "Install one version of jupyterlab-maturin and restart the kernel."
    bridge_says(errors={"hello": {"code": -32600, "message": said}})
    with pytest.raises(BridgeError, match=said):
        client.connect()


def test_a_greeting_that_does_not_fit_is_one_sentence(bridge_says: Start) -> None:
    bridge_says(results={"hello": {"version": "0.1.0"}})
    with pytest.raises(BridgeError, match=r"answer to `hello` .* missing required field `protocol`"):
        client.connect()


def test_the_real_bridge_refuses_another_version_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_bridge", None)
    monkeypatch.setattr(protocol, "PROTOCOL_VERSION", PROTOCOL_VERSION + 1)
    with pytest.raises(BridgeError, match="restart the kernel"):
        client.connect()


def test_an_event_that_does_not_fit_ends_the_task_and_cancels_it(
    bridge_says: Start, received: Callable[[], list[str]]
) -> None:
    bridge_says(
        events=[{"kind": "building"}, {"kind": "waiting"}],
        waits=True,
        results={"build": {"status": "cancelled", "seconds": 1}},
    )
    with pytest.raises(BridgeError, match=r"event `waiting` of `build` .* missing required field `reason`"):
        build_extension("anything")
    assert received() == ["hello", "build", "task/cancel"]


def test_an_outcome_that_does_not_fit_is_one_sentence(bridge_says: Start) -> None:
    bridge_says(results={"build": {"status": "built", "seconds": 1}})
    with pytest.raises(BridgeError, match=r"answer to `build` .* missing required field `module`"):
        build_extension("anything")


def test_the_outcome_counts_even_after_an_event_of_an_unknown_kind(bridge_says: Start) -> None:
    bridge_says(events=[{"kind": "from the future"}], results={"build": FAILED})
    with pytest.raises(BuildError, match="It does not compile"):
        build_extension("anything")


def test_a_request_that_the_bridge_cannot_answer_says_so(bridge_says: Start) -> None:
    bridge_says(errors={"build": {"code": -32603, "message": "no such thing"}})
    with pytest.raises(BridgeError, match="The bridge could not answer `build`: no such thing"):
        build_extension("anything")
