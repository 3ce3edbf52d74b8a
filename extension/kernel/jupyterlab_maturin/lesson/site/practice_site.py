"""A website on this machine to practise crawling on."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from jupyterlab_maturin.lesson.site.plan import LARGEST_MEETING, make_plan
from jupyterlab_maturin.lesson.site.serve import HOST, Orders

_PROGRAM = Path(__file__).with_name("serve.py")


@dataclass(frozen=True)
class Request:
    """A request that reached the site, or the site next door.

    `host` is the header that says which host the client meant. `began` and `ended` are seconds since the first request;
    it ends right before the first byte of the answer, and `ended` is None as long as it has not. `in_flight` is how
    many requests were waiting for an answer when this one had come, itself included.
    """

    method: str
    path: str
    query: str
    host: str
    began: float
    ended: float | None
    in_flight: int


class PracticeSite:
    """A small website with everything that makes crawling hard, for as long as a `with` block runs.

    It is served on loopback by a process of its own, which ends when the block or this process does. The same `seed` and
    `pages` make the same site, on another port.

    What a right crawl does here:

    - The site is the host *and* the port of `start`. Nothing else is asked for anything: not `localhost`, not another port.
    - A fragment (`#…`) is a place in a page, so it does not make another page. Nor does a query (`?…`), on this site: the
      calendar has one for each day until the end of time. URLs are compared, asked for and returned without both.
    - A page is found when the site answers 200, with a `Content-Type` of `text/html`. What is anything else (a 404, a PDF)
      is not found, and what looks like a link in there does not count.
    - A redirect is no page, but what it leads to is a URL like one in a link: asked for once, if it is on this site.
    - Of a page the first MiB counts. One page is longer, and one never ends. Both are found.
    - Only `<a href="…">` is a link. What does not make a URL is left out.
    - Each path is requested once.

    Args:
        seed: what the ordinary pages and their links are made from.
        pages: how many ordinary pages there are, the start page included; 1 or more.
        latency: how many seconds each answer takes.
        meeting: until so many requests are in flight at once, only the start page is answered; 16 at most.
        tame: there are only ordinary pages, with nothing in them that is hard.
        endless: there is a page that never ends, and one to which it leads.
        locked: there is a page `/locked` besides, which is answered once `unlock` is called.
        stalls: there are two pages besides that are never there in full, so that they are not found.
        patience: for how many seconds the site waits for anything. What "never" happens takes so long, so that a mistake
            ends in a wrong result and not in a hang. See `gave_up`.
    """

    def __init__(
        self,
        *,
        seed: int = 7,
        pages: int = 40,
        latency: float = 0.02,
        meeting: int = 1,
        tame: bool = False,
        endless: bool = True,
        locked: bool = False,
        stalls: bool = False,
        patience: float = 15.0,
    ) -> None:
        if pages < 1:
            raise ValueError(f"A site has one page at least, and not {pages}.")
        if meeting > LARGEST_MEETING or (tame and meeting > 1):
            raise ValueError(
                f"At most {LARGEST_MEETING} requests can come together, on a tame site none, and not {meeting}."
            )
        self._server = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_PROGRAM)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        # One question at a time.
        self._asking = threading.Lock()
        self._last: dict[str, Any] = {"requests": [], "gave_up": []}
        try:
            self._ports: dict[str, int] = self._read()
            plan = make_plan(
                seed, pages, self._ports, tame=tame, endless=endless, locked=locked, stalls=stalls
            )
            orders: Orders = {
                "answers": plan.answers,
                "latency": latency,
                "meeting": meeting,
                "patience": patience,
            }
            self._write(orders)
            self._read()
        except BaseException:
            self.close()
            raise
        #: For each path that leads on: the paths on this site to which it leads.
        self.links = plan.links
        #: The URLs that a right crawl finds.
        self.expected = {self.url(path) for path in plan.pages}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        # After an error another thread may still be waiting for an answer, and nobody wants the last word.
        if error is None:
            self._told()
        self.close()

    def close(self) -> None:
        """End the server. What it has told before stays."""
        self._server.kill()
        self._server.wait()
        for stream in (self._server.stdin, self._server.stdout):
            if stream is not None:
                # What could not be written to a server that has died.
                with contextlib.suppress(BrokenPipeError):
                    stream.close()

    @property
    def pid(self) -> int:
        """The id of the server's process."""
        return self._server.pid

    def url(self, path: str) -> str:
        """The URL of a path on this site."""
        return f"http://{self.host}{path}"

    @property
    def host(self) -> str:
        """Host and port, as the `Host` header of a request says them."""
        return f"{HOST}:{self._ports['site']}"

    @property
    def start(self) -> str:
        """The URL of the page to start from."""
        return self.url("/")

    @property
    def dead(self) -> str:
        """A URL where somebody accepts every connection and never answers."""
        return f"http://{HOST}:{self._ports['dead']}/"

    @property
    def closed(self) -> str:
        """A URL where nobody listens."""
        return f"http://{HOST}:{self._ports['closed']}/"

    @property
    def requests(self) -> list[Request]:
        """The requests so far, in the order in which they came."""
        told = self._told()["requests"]
        first = told[0]["began"] if told else 0.0
        return [
            Request(
                method=request["method"],
                path=urlsplit(request["target"]).path,
                query=urlsplit(request["target"]).query,
                host=request["host"],
                began=request["began"] - first,
                ended=None if request["ended"] is None else request["ended"] - first,
                in_flight=request["in_flight"],
            )
            for request in told
        ]

    @property
    def strays(self) -> list[Request]:
        """The requests that were meant for another host."""
        return [request for request in self.requests if request.host != self.host]

    @property
    def most_at_once(self) -> int:
        """How many requests waited for an answer at the same time, at most."""
        return max((request.in_flight for request in self.requests), default=0)

    @property
    def gave_up(self) -> list[str]:
        """What the site waited for in vain until its patience was over.

        A path is one whose client did not leave, "dead" a client of `dead` that did not leave, "meeting" the requests that
        did not come together, and "/locked" an `unlock` that did not come.
        """
        return list(self._told()["gave_up"])

    def wait_for_knock(self) -> bool:
        """Wait until `/locked` is requested. Return whether it was, before patience or the site was over."""
        try:
            return bool(self._ask("knock")["knocked"])
        # The site was closed meanwhile.
        except (RuntimeError, OSError, ValueError):
            return False

    def unlock(self) -> None:
        """Let `/locked` be answered."""
        self._ask("unlock")

    def _told(self) -> dict[str, Any]:
        return self._ask("requests") if self._server.poll() is None else self._last

    def _ask(self, question: str) -> dict[str, Any]:
        with self._asking:
            self._write(question)
            self._last = self._read()
            return self._last

    def _write(self, what: object) -> None:
        assert self._server.stdin is not None
        self._server.stdin.write(json.dumps(what) + "\n")
        self._server.stdin.flush()

    def _read(self) -> Any:
        assert self._server.stdout is not None
        line = self._server.stdout.readline()
        if not line:
            raise RuntimeError("The practice site's server has ended; its error is above.")
        return json.loads(line)
