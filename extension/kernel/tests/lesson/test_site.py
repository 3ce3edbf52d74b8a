"""The practice site: what it serves, what a right crawl finds there, what it records, and that it ends."""

from __future__ import annotations

import http.client
import json
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import psutil
import pytest

from jupyterlab_maturin.charts.bundle import VEGA_LITE
from jupyterlab_maturin.lesson.site import PracticeSite, crawl_graph, lanes, watch


class Anchors(HTMLParser):
    """Collects what `<a href>` says."""

    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.hrefs += [value or "" for name, value in attrs if name == "href"]


class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


OPENER = urllib.request.build_opener(NoRedirects, urllib.request.ProxyHandler({}))


def crawl(start: str, timeout: float = 10) -> set[str]:
    """A crawl in one thread, with nothing but the standard library: another one than the exercise's, by the same rules."""
    found, seen, to_do = set(), {start}, [start]
    while to_do:
        url = to_do.pop(0)
        try:
            with OPENER.open(url, timeout=timeout) as response:
                if response.headers.get_content_type() != "text/html":
                    continue
                page = response.read(2**20).decode(errors="replace")
        except HTTPError as error:
            hrefs = [error.headers["Location"]] if "Location" in error.headers else []
        except OSError:
            continue
        else:
            found.add(url)
            parser = Anchors()
            parser.feed(page)
            hrefs = parser.hrefs
        for href in hrefs:
            target = whole(url, href)
            if target is not None and target not in seen and target.startswith(start):
                seen.add(target)
                to_do.append(target)
    return found


def whole(page: str, href: str) -> str | None:
    """The URL to which a link leads, without query and fragment; None for what is no URL."""
    try:
        parts = urlsplit(urljoin(page, href.strip()))
        _ = parts.port
    except ValueError:
        return None
    return urlunsplit((parts.scheme, parts.netloc, quote(parts.path or "/", safe="/%"), "", ""))


@pytest.fixture(scope="module")
def crawled() -> Iterator[tuple[PracticeSite, set[str]]]:
    with PracticeSite(latency=0) as site:
        yield site, crawl(site.start)


def get(url: str, **headers: str) -> tuple[int, str, bytes]:
    with OPENER.open(urllib.request.Request(url, headers=headers), timeout=10) as response:
        return response.status, response.headers["Content-Type"], response.read()


@pytest.mark.every_python
def test_another_crawler_finds_what_is_expected(crawled: tuple[PracticeSite, set[str]]) -> None:
    site, found = crawled
    assert found == site.expected
    # All that is ordinary, and the pages that are found besides.
    assert len(found) == 40 + 10


def test_each_path_was_requested_once_and_nothing_left_the_host(
    crawled: tuple[PracticeSite, set[str]],
) -> None:
    site, _ = crawled
    paths = [request.path for request in site.requests]
    assert len(paths) == len(set(paths))
    assert site.strays == [] and site.most_at_once == 1 and site.gave_up == []
    # Every trap was met, and none has led further.
    assert {"/old", "/round", "/and-round", "/away", "/nowhere", "/broken", "/map.pdf"} <= set(paths)
    not_to_find = {"/stray", "/next-door", "/after-the-cut", "/only-from-a-404", "/only-from-a-500"}
    assert not not_to_find & set(paths)
    assert not [path for path in paths if path.startswith("/in-")]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("pages", [1, 2, 60])
def test_a_crawl_finds_what_is_expected_on_every_site(seed: int, pages: int) -> None:
    with PracticeSite(seed=seed, pages=pages, latency=0, endless=False) as site:
        assert crawl(site.start) == site.expected
        assert len(site.expected) == pages + 8


def test_a_tame_site_has_ordinary_pages_only() -> None:
    with PracticeSite(pages=12, tame=True, latency=0) as site:
        assert crawl(site.start) == site.expected
    assert len(site.expected) == len(site.requests) == 12


def test_the_same_seed_makes_the_same_site() -> None:
    def paths(seed: int) -> set[str]:
        with PracticeSite(seed=seed) as site:
            return {urlsplit(url).path for url in site.expected}

    assert paths(3) == paths(3) != paths(4)


def test_what_is_behind_the_cut_is_there() -> None:
    with PracticeSite(pages=1, latency=0) as site:
        _, _, content = get(site.url("/huge"))
        assert len(content) > 8_000_000
        assert site.url("/after-the-cut") not in site.expected
        assert get(site.url("/after-the-cut"))[0] == 200


def test_what_leaves_the_host_is_recorded() -> None:
    with PracticeSite(pages=1, latency=0) as site:
        start = get(site.start)[2].decode()
        [next_door] = [line for line in start.split('"') if line.endswith("/next-door")]
        get(next_door)
        get(site.url("/stray"), Host=site.host.replace("127.0.0.1", "localhost"))
    assert [request.path for request in site.strays] == ["/next-door", "/stray"]


def test_requests_in_flight_are_counted_and_meet() -> None:
    with PracticeSite(pages=8, latency=0, meeting=3) as site:
        get(site.start)
        threads = [
            threading.Thread(target=get, args=(site.url(path),)) for path in ("/top", "/landed", "/huge")
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        # From then on nobody waits.
        get(site.url("/top"))
    assert site.most_at_once == 3
    assert [request.in_flight for request in site.requests] == [1, 1, 2, 3, 1]
    assert all(request.ended is not None for request in site.requests)
    assert site.gave_up == []


def test_a_meeting_does_not_last_for_ever() -> None:
    with PracticeSite(pages=1, latency=0, meeting=2, patience=0.2) as site:
        get(site.url("/top"))
        get(site.url("/top"))
    assert site.gave_up == ["meeting"]


def test_the_locked_page_waits_to_be_unlocked() -> None:
    with PracticeSite(pages=1, latency=0, locked=True) as site:
        thread = threading.Thread(target=get, args=(site.url("/locked"),))
        thread.start()
        assert site.wait_for_knock()
        [request] = site.requests
        assert request.ended is None
        site.unlock()
        thread.join()
        assert site.requests[0].ended is not None
    assert site.gave_up == []


def test_waiting_for_a_knock_ends_with_the_site() -> None:
    knocks: list[bool] = []
    with pytest.raises(ZeroDivisionError), PracticeSite(pages=1, locked=True, patience=60) as site:
        thread = threading.Thread(target=lambda: knocks.append(site.wait_for_knock()))
        thread.start()
        raise ZeroDivisionError
    thread.join(timeout=20)
    assert knocks == [False]


@pytest.mark.parametrize("path", ["/silent", "/stalls"])
def test_a_page_that_is_never_there_in_full(path: str) -> None:
    with PracticeSite(pages=1, latency=0, stalls=True, patience=10) as site:
        with pytest.raises(TimeoutError), OPENER.open(site.url(path), timeout=0.2) as response:
            response.read()
        # The client has left, so nobody has lost patience.
        assert site.gave_up == []
    with PracticeSite(pages=1, latency=0, stalls=True, patience=0.2) as site:
        with pytest.raises((http.client.HTTPException, OSError)):
            get(site.url(path))
        assert site.gave_up == [path]


def test_the_endless_page_ends_with_the_patience_of_the_site() -> None:
    with PracticeSite(pages=1, latency=0, patience=0.5) as site:
        assert len(get(site.url("/endless"))[2]) > 2**20
        assert site.gave_up == ["/endless"]


def test_a_dead_server_accepts_and_never_answers() -> None:
    with PracticeSite(pages=1, patience=10) as site:
        with pytest.raises(TimeoutError):
            OPENER.open(site.dead, timeout=0.2)
        assert site.gave_up == []
    with PracticeSite(pages=1, patience=0.2) as site:
        with pytest.raises((http.client.HTTPException, OSError)):
            OPENER.open(site.dead, timeout=10)
        assert site.gave_up == ["dead"]


def test_nobody_listens_on_the_closed_port() -> None:
    with PracticeSite(pages=1) as site, pytest.raises(ConnectionRefusedError):
        port = urlsplit(site.closed).port
        assert port is not None
        socket.create_connection(("127.0.0.1", port), timeout=10)


def test_it_listens_on_loopback_only() -> None:
    with PracticeSite(pages=1) as site:
        connections = psutil.Process(site.pid).net_connections()
        assert {connection.laddr.ip for connection in connections} == {"127.0.0.1"}


def test_the_server_ends_with_the_block_and_what_it_told_stays() -> None:
    with PracticeSite(pages=1) as site:
        get(site.start)
    assert not psutil.pid_exists(site.pid)
    assert [request.path for request in site.requests] == ["/"]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_the_server_ends_with_the_process_that_started_it(how: signal.Signals) -> None:
    program = (
        "from jupyterlab_maturin.lesson.site import PracticeSite; import signal\n"
        "site = PracticeSite(); print(site.pid, flush=True); signal.pause()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        server = psutil.Process(int(parent.stdout.readline()))
        assert server.is_running()
        parent.send_signal(how)
        server.wait(timeout=20)


def test_an_interrupt_does_not_reach_the_server() -> None:
    with PracticeSite(pages=1) as site:
        psutil.Process(site.pid).send_signal(signal.SIGINT)
        assert get(site.start)[0] == 200


@pytest.mark.parametrize("options", [{"pages": 0}, {"meeting": 17}, {"tame": True, "meeting": 2}])
def test_a_site_that_cannot_be_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        PracticeSite(**options)


def test_the_graph_has_an_arrow_from_the_page_that_was_first_to_lead_there() -> None:
    with PracticeSite(pages=12, tame=True, latency=0) as site:
        assert crawl_graph(site).count("\n") == 3
        crawl(site.start)
        graph = crawl_graph(site)
    assert graph.count("-->") == 11 and graph.count(":::waiting") == 0
    assert '  n0["/"]' in graph and "  n0 --> n1" in graph
    assert "accDescr: 12 requests, 12 of them answered" in graph


def test_a_page_that_is_not_answered_is_drawn_as_waiting() -> None:
    with PracticeSite(pages=1, latency=0, locked=True) as site:
        thread = threading.Thread(target=get, args=(site.url("/locked"),))
        thread.start()
        site.wait_for_knock()
        assert '["/locked"]:::waiting' in crawl_graph(site)
        site.unlock()
        thread.join()
    assert ":::waiting" not in crawl_graph(site)


def test_watching_returns_and_raises_what_the_call_does(capsys: pytest.CaptureFixture[str]) -> None:
    with PracticeSite(pages=3, tame=True, latency=0) as site:
        assert watch(site, crawl, site.start) == site.expected
        with pytest.raises(ZeroDivisionError):
            watch(site, lambda: 1 // 0)


def test_the_timeline_has_a_row_for_each_request_in_flight() -> None:
    with PracticeSite(pages=1, latency=0, meeting=2) as site:
        threads = [threading.Thread(target=get, args=(site.url(path),)) for path in ("/top", "/landed")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    with PracticeSite(pages=3, tame=True, latency=0) as other:
        crawl(other.start)
    chart = lanes({"two": site, "one": other})
    assert str(chart) == (
        "Timeline of requests. two: 2 requests, 2 at the same time, one: 3 requests, 1 at the same time."
    )
    bundle, _ = chart._repr_mimebundle_()
    spec = json.dumps(bundle[VEGA_LITE])
    assert [
        row for row in ("two, 1", "two, 2", "two, 3", "one, 1", "one, 2") if f'"row": "{row}"' in spec
    ] == [
        "two, 1",
        "two, 2",
        "one, 1",
    ]
