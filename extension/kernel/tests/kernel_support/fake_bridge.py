"""A bridge that sends what a test makes up. It is a program, and runs in place of Node with the real bridge.

``FAKE_BRIDGE`` holds a JSON object: ``results`` by method, ``errors`` by method, the ``events`` of a task, ``waits`` when the
answer to a task should wait until it is cancelled (``"for ever"``: even then), and ``received``, the file that gets the
methods that arrived.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from pylsp_jsonrpc.streams import JsonRpcStreamReader, JsonRpcStreamWriter

SCRIPT: dict[str, Any] = json.loads(os.environ["FAKE_BRIDGE"])
writer = JsonRpcStreamWriter(sys.stdout.buffer)
#: The id of the request whose answer waits for its task to be cancelled.
waiting: list[tuple[str, Any]] = []


def answer(request: str, method: str) -> None:
    kind = "error" if method in SCRIPT.get("errors", {}) else "result"
    writer.write({"jsonrpc": "2.0", "id": request, kind: SCRIPT[f"{kind}s"][method]})


def consume(message: dict[str, Any]) -> None:
    method = message["method"]
    with open(SCRIPT["received"], "a") as received:
        received.write(f"{method}\n")
    if method == "task/cancel":
        for request, of in waiting:
            answer(request, of)
        return
    events = SCRIPT.get("events", []) if method != "hello" else []
    for event in events:
        params = {"id": message["params"]["id"], "event": event}
        writer.write({"jsonrpc": "2.0", "method": "task/event", "params": params})
    if SCRIPT.get("waits") == "for ever" and method != "hello":
        return
    if events and SCRIPT.get("waits"):
        waiting.append((message["id"], method))
    else:
        answer(message["id"], method)


if __name__ == "__main__":
    JsonRpcStreamReader(sys.stdin.buffer).listen(consume)
