"""Ask the bridge which builds of a crate are on disk for this Python."""

from __future__ import annotations

from typing import Any

from jupyterlab_maturin import protocol
from jupyterlab_maturin.bridge.client import connect
from jupyterlab_maturin.bridge.messages import result_of
from jupyterlab_maturin.errors import CrateError, ToolError
from jupyterlab_maturin.session.environment import environment
from jupyterlab_maturin.session.interpreter import cache_tag
from jupyterlab_maturin.session.request_fields import location_fields


def generations_on_disk(crate: str | None) -> protocol.GenerationsFound:
    """Return the builds of a crate; none is loaded by this.

    Args:
        crate: a folder or a Cargo.toml; without it, the crate is found as for a build.

    Raises:
        CrateError: there is no such crate, or cargo cannot read it.
        ToolError: cargo, Node or the bridge is missing.
    """
    request = protocol.GenerationsRequest(
        crate=crate, tag=cache_tag(), environment=environment(), **location_fields()
    )
    sent = connect().request(protocol.GENERATIONS, request)
    answer: Any = result_of(sent, protocol.GenerationsAnswer, protocol.GENERATIONS)
    if isinstance(answer, protocol.GenerationsFailed):
        kind = CrateError if answer.error.kind == "crate" else ToolError
        raise kind(answer.error.message)
    found: protocol.GenerationsFound = answer
    return found
