"""The server of a practice site: a program of its own, so that a crawl that holds the GIL cannot stop it.

It needs the standard library only, and is started by its path. It speaks with the process that started it by lines of
JSON. It writes the ports that it has got, reads what to serve (see `Orders`), and writes that it is ready. After that it
answers each question that it reads. It ends when its standard input does, so it cannot outlive that process.
"""

from __future__ import annotations

import http.server
import json
import os
import signal
import socket
import socketserver
import sys
import threading
import time
from typing import Any, NotRequired, TypedDict
from urllib.parse import parse_qs, urlsplit

HOST = "127.0.0.1"

#: How long the huge page is, and after how many bytes the endless page slows down, which never ends (bytes).
HUGE, FAST = 8 * 2**20, 32 * 2**20

#: The calendar has a link to tomorrow for so many days. (A crawl that takes each day for a page should end, too.)
DAYS = 200


class Answer(TypedDict):
    """What the server says when it is asked for a path.

    `how` it says it: "whole", "calendar" (with tomorrow's day in place of `{tomorrow}`), "huge" (with `tail` at the end),
    "endless", "stalls" (after the body, which is not all that it has announced), "silent" (not at all), or "locked" (once
    it is unlocked).
    """

    status: int
    type: str
    body: str
    how: str
    location: NotRequired[str]
    tail: NotRequired[str]


class Orders(TypedDict):
    """What to serve, and how.

    `latency` is how long each answer takes (seconds). With `meeting` above 1 no answer but the start page's is given until
    so many requests are waiting for one. `patience` is how long the server waits for anything (seconds).
    """

    answers: dict[str, Answer]
    latency: float
    meeting: int
    patience: float


class Log:
    """Which requests came, and who waits for whom."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.requests: list[dict[str, Any]] = []
        self.gave_up: list[str] = []
        self.in_flight = 0
        self.met = self.knocked = self.unlocked = False

    def begin(self, method: str, target: str, host: str, meeting: int) -> dict[str, Any]:
        with self.changed:
            self.in_flight += 1
            request = {
                "method": method,
                "target": target,
                "host": host,
                "began": time.monotonic(),
                "ended": None,
                "in_flight": self.in_flight,
            }
            self.requests.append(request)
            if self.in_flight >= meeting:
                self.met = True
            self.changed.notify_all()
            return request

    def end(self, request: dict[str, Any]) -> None:
        """Called before the first byte of the answer: who has it may send the next request at once."""
        with self.changed:
            self.in_flight -= 1
            request["ended"] = time.monotonic()

    def wait(self, name: str, patience: float) -> bool:
        """Wait until the attribute `name` is true. Return whether it became true in time."""
        with self.changed:
            return bool(self.changed.wait_for(lambda: getattr(self, name), timeout=patience))

    def set(self, name: str) -> None:
        with self.changed:
            setattr(self, name, True)
            self.changed.notify_all()

    def give_up(self, what: str) -> None:
        with self.changed:
            self.gave_up.append(what)

    def told(self) -> dict[str, Any]:
        with self.changed:
            return {"requests": self.requests, "gave_up": self.gave_up, "knocked": self.knocked}


class Server(socketserver.ThreadingTCPServer):
    """One of the two sites: the practice site, or its neighbour on another port."""

    daemon_threads = True
    request_queue_size = 128
    # Given before the server serves.
    orders: Orders
    log: Log

    def __init__(self) -> None:
        super().__init__((HOST, 0), Handler)

    def handle_error(self, *_: object) -> None:
        """Say nothing: a client may leave whenever it likes."""


class Handler(http.server.BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    # Otherwise the system may hold back the body until the client has confirmed the head, for 40 ms.
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        log, orders = self.server.log, self.server.orders
        path = urlsplit(self.path).path
        answer = orders["answers"].get(path) or {
            "status": 404,
            "type": "text/html; charset=utf-8",
            "body": "<p>There is no such page.",
            "how": "whole",
        }
        request = log.begin(self.command, self.path, self.headers.get("Host", ""), orders["meeting"])
        try:
            # When nobody joins in time, nobody is waited for any more.
            if path != "/" and not log.wait("met", orders["patience"]):
                log.give_up("meeting")
                log.set("met")
            time.sleep(orders["latency"])
            if answer["how"] == "locked":
                log.set("knocked")
                if not log.wait("unlocked", orders["patience"]):
                    log.give_up(path)
            elif answer["how"] == "silent":
                self._wait_for_the_client_to_leave(path)
        finally:
            log.end(request)
        if answer["how"] != "silent":
            self._say(path, answer)

    do_HEAD = do_POST = do_GET

    def _say(self, path: str, answer: Answer) -> None:
        body = answer["body"]
        if answer["how"] == "calendar":
            day = int(parse_qs(urlsplit(self.path).query).get("day", ["1"])[0])
            body = body.replace("{tomorrow}", str(min(day + 1, DAYS)))
        if answer["how"] == "huge":
            body += ("<p>" + "and so on " * 6) * (HUGE // 63) + answer.get("tail", "")
        content = body.encode()
        self.send_response(answer["status"])
        self.send_header("Content-Type", answer["type"])
        if "location" in answer:
            self.send_header("Location", answer["location"])
        if answer["how"] == "endless":
            self.send_header("Connection", "close")
        else:
            more = 100 if answer["how"] == "stalls" else 0
            self.send_header("Content-Length", str(len(content) + more))
        self.end_headers()
        if self.command == "HEAD":
            return
        self.wfile.write(content)
        if answer["how"] == "stalls":
            self._wait_for_the_client_to_leave(path)
        elif answer["how"] == "endless":
            self._go_on_for_ever(path)

    def _go_on_for_ever(self, path: str) -> None:
        """Write until the client leaves; give up when patience is over."""
        patience = self.server.orders["patience"]
        until = time.monotonic() + patience
        # For a client that stays and reads no more.
        self.connection.settimeout(patience)
        chunk = ("<p>" + "and so on " * 6) * 1_000
        written = 0
        try:
            while time.monotonic() < until:
                self.wfile.write(chunk.encode())
                written += len(chunk)
                if written > FAST:
                    time.sleep(0.1)
        except TimeoutError:
            pass
        except OSError:
            return
        self.server.log.give_up(path)

    def _wait_for_the_client_to_leave(self, path: str) -> None:
        if not client_leaves(self.connection, self.server.orders["patience"]):
            self.server.log.give_up(path)
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Write nothing: the log is in memory."""


def client_leaves(connection: socket.socket, patience: float) -> bool:
    """Say nothing to a client, and return whether it left before `patience` (seconds) was over."""
    connection.settimeout(patience)
    try:
        while connection.recv(4096):
            pass
    except TimeoutError:
        return False
    except OSError:
        pass
    return True


def accept_and_never_answer(listener: socket.socket, patience: float, log: Log) -> None:
    def keep(connection: socket.socket) -> None:
        with connection:
            if not client_leaves(connection, patience):
                log.give_up("dead")

    while True:
        connection, _ = listener.accept()
        threading.Thread(target=keep, args=(connection,), daemon=True).start()


def main() -> None:
    # Interrupting a notebook's cell interrupts its child processes, too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    site, neighbour, log = Server(), Server(), Log()
    dead = socket.create_server((HOST, 0), backlog=128)
    # Nobody listens on this one. It stays bound, so that no other program gets it.
    closed = socket.socket()
    closed.bind((HOST, 0))
    say(
        {
            "site": site.server_address[1],
            "neighbour": neighbour.server_address[1],
            "dead": dead.getsockname()[1],
            "closed": closed.getsockname()[1],
        }
    )

    orders: Orders = json.loads(sys.stdin.readline() or "null")
    if orders is None:
        return
    for server in (site, neighbour):
        server.orders, server.log = orders, log
        threading.Thread(target=server.serve_forever, daemon=True).start()
    threading.Thread(
        target=accept_and_never_answer, args=(dead, orders["patience"], log), daemon=True
    ).start()
    say("ready")

    for line in sys.stdin:
        question = json.loads(line)
        if question == "unlock":
            log.set("unlocked")
        elif question == "knock":
            log.wait("knocked", orders["patience"])
        say(log.told())


def say(what: Any) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main()
    # Without waiting for the threads of the clients that are still there.
    os._exit(0)
