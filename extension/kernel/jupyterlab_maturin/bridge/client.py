"""One bridge for each kernel: started when it is first needed, started again when it is found dead."""

from __future__ import annotations

import atexit
import contextlib
import logging
import os
import subprocess
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from typing import Any

from pylsp_jsonrpc.endpoint import Endpoint
from pylsp_jsonrpc.streams import JsonRpcStreamReader, JsonRpcStreamWriter

from jupyterlab_maturin.bridge.node import bridge_file, node_executable
from jupyterlab_maturin.errors import BridgeError

#: The version of the messages; the bridge refuses another.
PROTOCOL = 2
#: Seconds that a bridge has for its first answer. It takes a tenth of one; a machine that is swapping takes more.
START = 60.0

# A request carries the caller's whole environment, tokens and all: none of it may reach a log.
logging.getLogger("pylsp_jsonrpc").setLevel(logging.CRITICAL)

EventHandler = Callable[[dict[str, Any]], None]


class Bridge:
    """A running bridge. Every method may be called from any thread.

    It lives in a session of its own, because an interrupt goes to the kernel's whole process group. It ends when its
    stdin does, so it cannot outlive this process.
    """

    def __init__(self) -> None:
        """Start one.

        Raises:
            ToolError: there is no Node, or no bridge.
            BridgeError: it ended before it answered, or speaks another protocol.
        """
        self._process = subprocess.Popen(
            [node_executable(), str(bridge_file()), "stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        self._lock = threading.Lock()
        self._pending: set[Future[Any]] = set()
        self._handlers: dict[str, EventHandler] = {}
        self._complaints: deque[str] = deque(maxlen=20)
        self._ended = False
        self._endpoint = Endpoint(
            {"task/event": self._on_event},
            JsonRpcStreamWriter(self._process.stdin).write,
            max_workers=1,
        )
        self._listening_to_stderr = self._thread("stderr", self._read_stderr)
        self._thread("messages", self._read_messages)
        try:
            welcome = self.request("hello", {"protocol": PROTOCOL}).result(START)
        except (BridgeError, KeyboardInterrupt):
            self.kill()
            raise
        except Exception as error:
            self.kill()
            raise BridgeError(
                f"Starting the bridge: it answered with {error or type(error).__name__}."
            ) from error
        if welcome.get("protocol") != PROTOCOL:
            self.kill()
            raise BridgeError(
                f"Starting the bridge: it speaks protocol {welcome.get('protocol')}, this package {PROTOCOL}; "
                f"reinstall jupyterlab-maturin."
            )

    @property
    def pid(self) -> int:
        """The process id of the bridge, which is also its session's."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""
        return not self._ended and self._process.poll() is None

    def build(self, request: dict[str, Any], on_event: EventHandler) -> Future[dict[str, Any]]:
        """Ask for a build; ``on_event`` gets its events, on another thread, before the outcome is there."""
        return self._request_with_events("build", request, on_event)

    def verify(self, request: dict[str, Any], on_event: EventHandler) -> Future[dict[str, Any]]:
        """Ask for an exercise to be verified; events come as with :meth:`build`."""
        return self._request_with_events("verify", request, on_event)

    def cancel(self, request: str, method: str = "task/cancel") -> None:
        """Ask for the end of the request with this id; its outcome then says `cancelled`.

        Not by cancelling the future: pylsp_jsonrpc's reader dies of the answer that comes all the same.
        """
        self._endpoint.notify(method, {"id": request})

    def request(self, method: str, params: dict[str, Any]) -> Future[Any]:
        """Ask, and return what will hold the answer, or a ``BridgeError`` if the bridge ends first."""
        answer: Future[Any] = self._endpoint.request(method, params)
        with self._lock:
            ended = self._ended
            if not ended:
                self._pending.add(answer)
        if ended:
            self._fail(answer)
        else:
            answer.add_done_callback(self._pending.discard)
        return answer

    def _request_with_events(
        self, method: str, request: dict[str, Any], on_event: EventHandler
    ) -> Future[dict[str, Any]]:
        self._handlers[request["id"]] = on_event
        answer = self.request(method, request)
        answer.add_done_callback(lambda _: self._handlers.pop(request["id"], None))
        return answer

    def kill(self) -> None:
        """End it at once. A build's processes end with it: they watch for that."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    def close(self, patience: float = 2.0) -> None:
        """End its stdin, which ends it; kill it when that takes longer than ``patience`` seconds."""
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self.kill()

    def forget_in_child(self) -> None:
        """Let go of the pipes in a forked child: the bridge is its parent's and must see when that ends."""
        null = os.open(os.devnull, os.O_RDWR | os.O_CLOEXEC)
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None and not stream.closed:
                # Put over the number rather than closed: the stream object will close its number one day.
                os.dup2(null, stream.fileno(), inheritable=False)
        os.close(null)

    def _thread(self, name: str, target: Callable[[], None]) -> threading.Thread:
        thread = threading.Thread(target=target, name=f"jupyterlab-maturin bridge {name}", daemon=True)
        thread.start()
        return thread

    def _on_event(self, params: dict[str, Any]) -> None:
        handler = self._handlers.get(params["id"])
        if handler is not None:
            handler(params["event"])

    def _read_messages(self) -> None:
        try:
            JsonRpcStreamReader(self._process.stdout).listen(self._endpoint.consume)
        finally:
            self._listening_to_stderr.join(1.0)
            with self._lock:
                self._ended = True
                pending = list(self._pending)
            for answer in pending:
                self._fail(answer)

    def _read_stderr(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            text = line.decode(errors="replace").strip()
            if text:
                self._complaints.append(text)

    def _fail(self, answer: Future[Any]) -> None:
        # Its stdout may end a moment before the process does.
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(2.0)
        code = self._process.returncode
        how = (
            "stopped answering"
            if code is None
            else f"was killed by signal {-code}"
            if code < 0
            else f"ended ({code})"
        )
        said = next((line for line in reversed(self._complaints) if "Error" in line), None)
        saying = f", saying: {said[:300]}" if said else ""
        with contextlib.suppress(InvalidStateError):
            answer.set_exception(
                BridgeError(
                    f"Building: the process that runs the build {how}{saying}; run the cell again to start it anew."
                )
            )


_bridge: Bridge | None = None
_starting = threading.Lock()


def connect() -> Bridge:
    """Return this process's bridge, started now unless one is alive.

    Raises:
        ToolError: there is no Node, or no bridge to run.
        BridgeError: it would not start.
    """
    global _bridge
    with _starting:
        if _bridge is None or not _bridge.alive:
            _bridge = Bridge()
        return _bridge


def _close() -> None:
    if _bridge is not None:
        _bridge.close()


def _after_fork() -> None:
    global _bridge, _starting
    _starting = threading.Lock()
    if _bridge is not None:
        _bridge.forget_in_child()
        _bridge = None


atexit.register(_close)
os.register_at_fork(after_in_child=_after_fork)
