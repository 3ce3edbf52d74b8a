"""A kernel as a notebook sees it."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager

from jupyterlab_maturin.protocol import (
    BUILD_MIME,
    PREDICT_MIME,
    SOURCE_MIME,
    VERIFY_MIME,
    BuildPayload,
    PredictPayload,
    SourcePayload,
    VerifyPayload,
)
from kernel_support.forked import fork_if_possible

MIME = BUILD_MIME
#: The schemas of our outputs. Every state of every output that a test sees is checked against them.
PAYLOADS = {
    BUILD_MIME: BuildPayload,
    PREDICT_MIME: PredictPayload,
    SOURCE_MIME: SourcePayload,
    VERIFY_MIME: VerifyPayload,
}

#: Seconds that one cell may take: a first build compiles PyO3.
LONGEST = 180.0


@dataclass
class Output:
    """One output of a cell, with every state it was in."""

    states: list[dict[str, Any]] = field(default_factory=list)

    @property
    def bundle(self) -> dict[str, Any]:
        """What a notebook would save."""
        return self.states[-1]

    @property
    def payload(self) -> dict[str, Any]:
        """The last state's build payload."""
        payload: dict[str, Any] = self.bundle[MIME]
        return payload


@dataclass
class Cell:
    """The outputs of a cell."""

    outputs: list[Output] = field(default_factory=list)
    text: str = ""
    errors: str = ""
    error: dict[str, Any] | None = None
    #: What was sent over comms while the cell ran.
    comm_data: list[dict[str, Any]] = field(default_factory=list)

    @property
    def output(self) -> Output:
        """The only output there is."""
        assert len(self.outputs) == 1, self
        return self.outputs[0]

    @property
    def payload(self) -> dict[str, Any]:
        """The last state of the only output."""
        return self.output.payload

    def expect(self, phase: str) -> Cell:
        """Assert that the build ended in ``phase``, and return the cell."""
        assert self.payload["phase"] == phase, (self.payload["error"], self.error, self.payload["log"])
        return self


class Kernel:
    """A running kernel, of this interpreter where no other is named."""

    def __init__(self, directory: Path, environment: dict[str, str], python: Path | None = None) -> None:
        self._cells: dict[str, Cell] = {}
        self._by_id: dict[str, Output] = {}
        self.manager = KernelManager(kernel_name="python3")
        if python is not None:
            self.manager.kernel_spec.argv[0] = str(python)  # type: ignore[union-attr]  # the spec was found
        else:
            fork_if_possible(self.manager.kernel_spec, environment)
        self.manager.transport = "ipc"
        self.manager.ip = str(directory / "kernel")
        self.manager.start_kernel(cwd=str(directory), env=environment)
        self.client: BlockingKernelClient = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)

    @property
    def pid(self) -> int:
        return int(self.evaluate("__import__('os').getpid()"))

    def run(self, code: str, cell_id: str | None = None) -> Cell:
        """Run a cell and wait for its end."""
        return self.wait(self.start(code, cell_id))

    def build(self, line: str) -> Cell:
        """Run ``%build_extension`` with ``line``."""
        return self.run(f"%build_extension {line}")

    def built(self, line: str) -> dict[str, Any]:
        """Run ``%build_extension`` with ``line``, which must succeed, and return the payload."""
        return self.build(line).expect("done").payload

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression, which has to be one that a literal can express."""
        cell = self.run(f"print(ascii({expression}))")
        assert cell.error is None, cell.error
        return ast.literal_eval(cell.text)

    def start(self, code: str, cell_id: str | None = None) -> str:
        """Start a cell; return the id by which :meth:`wait` and :meth:`next_message` know it.

        Args:
            code: the cell's source.
            cell_id: the cell's id in its notebook, which JupyterLab sends along.
        """
        if cell_id is None:
            return str(self.client.execute(code, store_history=True))
        content = {"code": code, "store_history": True, "silent": False, "stop_on_error": True}
        message = self.client.session.msg("execute_request", content, metadata={"cellId": cell_id})
        self.client.shell_channel.send(message)
        return str(message["header"]["msg_id"])

    def wait(self, cell: str) -> Cell:
        """Wait until the cell ends, and return its outputs."""
        while True:
            message = self.next_message(cell)
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return self._cells.pop(cell)

    def next_message(self, cell: str) -> dict[str, Any]:
        """Return the next message that the cell sent, and keep its content for :meth:`wait`."""
        while True:
            message: dict[str, Any] = self.client.get_iopub_msg(timeout=LONGEST)
            if message["parent_header"].get("msg_id") == cell:
                self._note(self._cells.setdefault(cell, Cell()), message["msg_type"], message["content"])
                return message

    def wait_for_phase(self, cell: str, phase: str) -> dict[str, Any]:
        """Wait until the build that the cell runs is in ``phase``, and return its payload."""
        while True:
            content = self.next_message(cell)["content"]
            payload: dict[str, Any] = content.get("data", {}).get(MIME, {})
            if payload.get("phase") == phase:
                return payload
            assert payload.get("phase") not in ("done", "failed", "cancelled"), payload

    def interrupt(self) -> None:
        self.manager.interrupt_kernel()

    def shut_down(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel()

    def _note(self, cell: Cell, kind: str, content: dict[str, Any]) -> None:
        match kind:
            case "display_data" | "update_display_data":
                known = content["transient"].get("display_id", "")
                if kind == "display_data":
                    self._by_id[known] = Output()
                    cell.outputs.append(self._by_id[known])
                self._by_id[known].states.append(content["data"])
                fits_its_schema(content["data"])
            case "stream" if content["name"] == "stdout":
                cell.text += content["text"]
            case "stream":
                cell.errors += content["text"]
            case "error":
                cell.error = content
            case "comm_open" | "comm_msg":
                cell.comm_data.append(content["data"])


def fits_its_schema(bundle: dict[str, Any]) -> None:
    """Assert that a payload has exactly the fields that its schema states, each of the right type."""
    for mime, kind in PAYLOADS.items():
        if mime in bundle:
            assert msgspec.to_builtins(msgspec.convert(bundle[mime], kind, strict=True)) == bundle[mime]
