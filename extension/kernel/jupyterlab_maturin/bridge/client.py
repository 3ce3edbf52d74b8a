"""The bridge of this process: started when it is first needed, and started again when it has died."""

from __future__ import annotations

import atexit
import contextlib
import logging
import os
import re
import subprocess
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from typing import Any, TypeVar

import msgspec
from pylsp_jsonrpc.endpoint import Endpoint
from pylsp_jsonrpc.streams import JsonRpcStreamReader, JsonRpcStreamWriter

from jupyterlab_maturin import protocol
from jupyterlab_maturin.bridge.messages import encode, result_of
from jupyterlab_maturin.bridge.node import bridge_file, node_executable
from jupyterlab_maturin.errors import BridgeError

Answer = TypeVar("Answer")

#: Seconds that a bridge has for its first answer. It usually takes 0.1, and much more where the machine is swapping.
START_LIMIT = 60.0

#: Bytes of a line of the bridge's stderr that are read as one.
_LONGEST_LINE = 4096

#: How a line begins that says why the bridge ended: its own sentence, Node's about memory, or an error's name.
_LAST_WORDS = re.compile(r"error: |FATAL ERROR: |\w*Error(?: \[\w+\])?: ")

# A request carries all of the user's environment variables, passwords and tokens included: none may reach a log.
logging.getLogger("pylsp_jsonrpc").setLevel(logging.CRITICAL)


class Bridge:
    """A running bridge. Every method may be called from any thread.

    It runs in a session of its own, because Jupyter sends an interrupt to the kernel's whole process group. It ends
    when its stdin does, so it cannot outlive this process.
    """

    def __init__(self) -> None:
        """Start one.

        Raises:
            ToolError: there is no Node, or no bridge.
            BridgeError: it ended before it answered, or speaks another version of the protocol.
        """
        self._process = subprocess.Popen(
            [node_executable(), str(bridge_file()), "stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        self._lock = threading.Lock()
        self._unanswered: set[Future[Any]] = set()
        self._event_handlers: dict[str, Callable[[Any], None]] = {}
        self._last_lines: deque[str] = deque(maxlen=20)  # of its stderr
        self._ended = False
        self._endpoint = Endpoint(
            {protocol.TASK_EVENT: self._on_event},
            JsonRpcStreamWriter(self._process.stdin).write,
            max_workers=1,
        )
        self._stderr_reader = self._start_thread("stderr", self._read_stderr)
        self._start_thread("messages", self._read_messages)
        try:
            self._greet()
        except (BridgeError, KeyboardInterrupt):
            self.kill()
            raise

    @property
    def pid(self) -> int:
        """The process id of the bridge, which is also the id of its session."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it can answer requests."""
        return not self._ended and self._process.poll() is None

    def request(
        self, method: str, params: msgspec.Struct, on_event: Callable[[Any], None] | None = None
    ) -> Future[Any]:
        """Send a request; return what will hold its answer, or a ``BridgeError`` if the bridge ends first.

        Args:
            method: a method of ``protocol.py``.
            params: its parameters; those of a task have an ``id``.
            on_event: called on another thread with each event of the task, before the answer is there.
        """
        message = encode(params)
        if on_event is not None:
            self._event_handlers[message["id"]] = on_event
        answer: Future[Any] = self._endpoint.request(method, message)
        with self._lock:
            ended = self._ended
            if not ended:
                self._unanswered.add(answer)
        if on_event is not None:
            answer.add_done_callback(lambda _: self._event_handlers.pop(message["id"], None))
        if ended:
            self._fail(answer)
        else:
            answer.add_done_callback(self._unanswered.discard)
        return answer

    def cancel(self, task: str) -> None:
        """Tell the bridge to end the task with this id; its outcome then says that it was cancelled.

        Cancelling the future would not do: pylsp_jsonrpc's reader dies when an answer for it still arrives.
        """
        self._endpoint.notify(protocol.TASK_CANCEL, encode(protocol.TaskCancel(task)))

    def kill(self) -> None:
        """End it at once. The processes of its tasks watch for that and end too."""
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
        """Close the pipes in a forked child: the bridge belongs to the parent and must notice when that ends."""
        null = os.open(os.devnull, os.O_RDWR | os.O_CLOEXEC)
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None and not stream.closed:
                # The descriptor is replaced and not closed: the stream object closes its number again when it goes.
                os.dup2(null, stream.fileno(), inheritable=False)
        os.close(null)

    def _greet(self) -> None:
        answer = self.request(protocol.HELLO, protocol.Hello(protocol.PROTOCOL_VERSION))
        try:
            answer.exception(START_LIMIT)
        except TimeoutError as error:
            raise BridgeError(
                f"The bridge did not answer within {START_LIMIT:.0f} s of its start; run the cell again."
            ) from error
        welcome: protocol.Welcome = result_of(answer, protocol.Welcome, protocol.HELLO)
        if welcome.protocol != protocol.PROTOCOL_VERSION:
            raise BridgeError(
                f"The bridge speaks version {welcome.protocol} of the protocol and this kernel version "
                f"{protocol.PROTOCOL_VERSION}; reinstall jupyterlab-maturin and restart the kernel."
            )

    def _start_thread(self, name: str, target: Callable[[], None]) -> threading.Thread:
        thread = threading.Thread(target=target, name=f"jupyterlab-maturin bridge {name}", daemon=True)
        thread.start()
        return thread

    def _on_event(self, params: dict[str, Any]) -> None:
        handler = self._event_handlers.get(params["id"])
        if handler is not None:
            handler(params.get("event"))

    def _read_messages(self) -> None:
        try:
            JsonRpcStreamReader(self._process.stdout).listen(self._endpoint.consume)
        finally:
            self._stderr_reader.join(1.0)
            with self._lock:
                self._ended = True
                unanswered = list(self._unanswered)
            for answer in unanswered:
                self._fail(answer)

    def _read_stderr(self) -> None:
        assert self._process.stderr is not None
        # Node prints a line of the program when it dies, and all of the program is one line.
        while line := self._process.stderr.readline(_LONGEST_LINE):
            text = line.decode(errors="replace").strip()
            if text:
                self._last_lines.append(text)

    def _fail(self, answer: Future[Any]) -> None:
        # Its stdout may end a moment before the process does.
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(2.0)
        code = self._process.returncode
        if code is None:
            how = "stopped answering"
        else:
            how = f"was killed by signal {-code}" if code < 0 else f"ended with exit code {code}"
        said = next((line for line in reversed(self._last_lines) if _LAST_WORDS.match(line)), None)
        saying = f", saying: {said[:600].rstrip('.')}" if said else ""
        with contextlib.suppress(InvalidStateError):
            answer.set_exception(
                BridgeError(
                    f"The bridge, the process that runs builds and tests, {how}{saying}; "
                    f"run the cell again to start a new one."
                )
            )


_bridge: Bridge | None = None
_starting = threading.Lock()


def connect() -> Bridge:
    """Return this process's bridge; start one unless one is alive.

    Raises:
        ToolError: there is no Node, or no bridge to run.
        BridgeError: it would not start.
    """
    global _bridge
    with _starting:
        if _bridge is None or not _bridge.alive:
            _bridge = Bridge()
        return _bridge


def request_answer(method: str, params: msgspec.Struct, kind: type[Answer]) -> Answer:
    """Send a request to this process's bridge, wait, and return the answer as an object of ``kind``.

    Raises:
        CourseError: the request asked for something of the course that is not there or not allowed.
        ToolError, BridgeError: the bridge would not start, or could not answer.
    """
    answer: Answer = result_of(connect().request(method, params), kind, method)
    return answer


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
