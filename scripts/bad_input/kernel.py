"""Run cells in a real kernel: a line of JSON in for each cell, a line with what the cell showed out.

The first line names the folder and the environment of the kernel. A cell that hangs is interrupted; when that does not
help, the kernel is killed, and its answer says so.
"""

from __future__ import annotations

import json
import queue
import sys
import time
from typing import Any

from jupyter_client.manager import KernelManager

#: Seconds after which a cell hangs, and that it then has to heed an interrupt.
HANGS = 60.0
HEEDS = 10.0


class Kernel:
    def __init__(self, folder: str, environment: dict[str, str]) -> None:
        self.manager = KernelManager(kernel_name="python3")
        self.manager.transport = "ipc"
        self.manager.ip = f"{folder}/kernel"
        self.manager.start_kernel(cwd=folder, env=environment)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)

    def run(self, code: str) -> dict[str, Any]:
        """Run a cell and return what it showed, how it ended, and how long it took in seconds."""
        began = time.perf_counter()
        shown: dict[str, str] = {}
        cell = self.client.execute(code)
        ended: int | str = 0
        deadline = began + HANGS
        while True:
            try:
                message = self.client.get_iopub_msg(
                    timeout=max(0.01, min(1.0, deadline - time.perf_counter()))
                )
            except queue.Empty:
                if not self.manager.is_alive():
                    ended = "the kernel's death"
                    break
                if time.perf_counter() < deadline:
                    continue
                if ended == "hangs":
                    self.manager.shutdown_kernel(now=True)
                    break
                ended, deadline = "hangs", time.perf_counter() + HEEDS
                self.manager.interrupt_kernel()
                continue
            if message["parent_header"].get("msg_id") != cell:
                continue
            kind, content = message["msg_type"], message["content"]
            if kind == "stream":
                shown["stream"] = shown.get("stream", "") + content["text"]
            elif kind in ("display_data", "update_display_data", "execute_result"):
                name = content.get("transient", {}).get("display_id", "result")
                shown[name] = content["data"].get("text/plain", "")
            elif kind == "error":
                shown["error"] = f"{content['ename']}: {content['evalue']}"
                shown["traceback"] = "\n".join(content["traceback"])
            elif kind == "status" and content["execution_state"] == "idle":
                break
        return {
            "text": "\n".join(text for name, text in shown.items() if name not in ("error", "traceback")),
            "error": shown.get("error", ""),
            "traceback": shown.get("traceback", ""),
            "ended": ended,
            "seconds": time.perf_counter() - began,
        }


def main() -> None:
    start = json.loads(sys.stdin.readline())
    kernel = Kernel(start["folder"], start["environment"])
    try:
        for line in sys.stdin:
            print(json.dumps(kernel.run(json.loads(line))), flush=True)
    finally:
        kernel.client.stop_channels()
        kernel.manager.shutdown_kernel(now=True)


main()
