"""What site_map has to find, what it must not ask for, and how it shares the work and the GIL.

Every site here is on this machine: no test needs a network. A site waits for nothing longer than its patience, so a crawl
that would never end fails instead.
"""

import os
import threading
from collections import Counter

import pytest
from site_mapper import site_map

from jupyterlab_maturin.gil import computes_without_gil
from jupyterlab_maturin.lesson.site import PracticeSite

# As many threads as there are cores, and 3 at least: two may come together by chance.
CROWD = min(16, max(3, os.cpu_count() or 1))


# Some machines send every request to a proxy, which knows no site on this machine.
for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
    os.environ.pop(name, None)


@pytest.fixture(scope="module")
def crawl():
    """A crawl of the practice site: the site, and the set that was filled."""
    with PracticeSite(latency=0.002, patience=10) as site:
        found = set()
        site_map(site.start, found)
    return site, found


def some(urls, most=5):
    """Name a few URLs, one a line."""
    lines = sorted(urls)
    return "\n".join(["", *lines[:most], *(["…"] if len(lines) > most else [])])


def test_the_start_page_is_found(crawl):
    site, found = crawl
    assert site.start in found, f"{site.start} is a page, too, so it should be in the set: {some(found)}"


def test_every_page_is_found(crawl):
    site, found = crawl
    missing = site.expected - found
    assert not missing, f"{len(missing)} of {len(site.expected)} pages are missing: {some(missing)}"


def test_a_page_is_one_page_whatever_fragment_or_query_leads_there(crawl):
    _, found = crawl
    extras = {url for url in found if "#" in url or "?" in url}
    assert not extras, f"URLs should be in the set without fragment (#) and query (?): {some(extras)}"


def test_nothing_else_is_found(crawl):
    site, found = crawl
    extra = found - site.expected
    assert not extra, f"these are no pages of the site, or no link leads there: {some(extra)}"


def test_the_requests_stay_on_the_host(crawl):
    site, _ = crawl
    strays = {f"http://{request.host}{request.path}" for request in site.strays}
    assert not strays, (
        f"only {site.host} should get requests, and another host or port got some: {some(strays)}"
    )


def test_every_page_is_fetched_once(crawl):
    site, _ = crawl
    times = Counter(request.path for request in site.requests if request.host == site.host)
    twice = {f"{path}: {count} times" for path, count in times.items() if count > 1}
    assert not twice, f"each page should be fetched once: {some(twice)}"


def test_two_threads_do_not_fetch_the_same_page():
    # The first two links of the start page lead to one page, and neither is answered before there are two requests.
    with PracticeSite(pages=8, latency=0.002, meeting=2, endless=False, patience=10) as site:
        site_map(site.start, set(), threads=2)
        times = sum(request.path == "/crossroads" for request in site.requests)
    assert times == 1, (
        f"/crossroads was fetched {times} times: a second thread came for it before the first had its answer"
    )


def test_a_huge_page_and_an_endless_page_are_cut_off(crawl):
    site, _ = crawl
    assert not site.gave_up, (
        f"site_map should stop reading a page after a while, but it read on: {some(site.gave_up)}"
    )


def test_what_was_in_the_set_stays_there():
    with PracticeSite(pages=3, latency=0.002, endless=False) as site:
        found = {"https://example.org/"}
        site_map(site.start, found)
    assert "https://example.org/" in found, "what was in the set before the call should still be there"


def test_the_threads_work_at_the_same_time():
    # The site answers when so many requests are waiting. A thread on its own waits until the site's patience is over.
    with PracticeSite(latency=0.002, meeting=CROWD, endless=False, patience=10) as site:
        site_map(site.start, set(), threads=CROWD, timeout=30)
    assert site.most_at_once >= CROWD, (
        f"with threads={CROWD} there should be {CROWD} requests at the same time, but there were never more than "
        f"{site.most_at_once}"
    )


@pytest.mark.parametrize("threads", [1, 3])
def test_no_more_requests_at_a_time_than_asked_for(threads):
    with PracticeSite(latency=0.01, endless=False) as site:
        site_map(site.start, set(), threads=threads)
    assert site.most_at_once <= threads, (
        f"with threads={threads} there should be at most {threads} request{'s' * (threads > 1)} at a time, "
        f"but there were {site.most_at_once}"
    )


def test_other_python_threads_run_during_the_crawl():
    with PracticeSite(pages=8, latency=0.002, locked=True, endless=False, patience=10) as site:

        def open_the_door():
            if site.wait_for_knock():
                site.unlock()

        # It is Python that opens the door, so it needs the GIL while site_map is waiting at the door.
        porter = threading.Thread(target=open_the_door, daemon=True)
        porter.start()
        found = set()
        # The site loses patience first, so that it can tell.
        site_map(site.start, found, timeout=60)
        porter.join()
    assert "/locked" not in site.gave_up, (
        "no other Python thread could run while site_map was waiting for an answer: it was holding the GIL"
    )
    assert site.url("/locked") in found, "/locked is answered once it is unlocked, so it should be found"


def test_pages_are_fetched_and_read_without_the_gil():
    # On a busy machine one look may miss what holds the GIL; three looks don't.
    for _ in range(3):
        with PracticeSite(latency=0.002, endless=False) as site:
            probe = computes_without_gil(site_map, site.start, set(), timeout=60, share=0.95)
        assert probe, f"site_map should hold the GIL only to touch the set ({probe.reason})"


def refusal(start, **options):
    """Return the exception that site_map raises; fail when it returns."""
    try:
        site_map(start, set(), **options)
    except BaseException as error:  # noqa: BLE001 - a panic reaches Python as no Exception
        return error
    pytest.fail(f"site_map({start!r}) should raise an exception, but it returned")


def test_a_closed_port_is_an_os_error():
    with PracticeSite(pages=1) as site:
        error = refusal(site.closed)
    assert isinstance(error, OSError), (
        f"nobody listens at {site.closed}: that should be an OSError, and it is {error!r}"
    )
    assert site.closed in str(error), f"the message should name {site.closed}, but it is: {error}"


def test_a_server_that_never_answers_is_an_os_error():
    with PracticeSite(pages=1, patience=10) as site:
        error = refusal(site.dead, timeout=0.5)
    assert "dead" not in site.gave_up, (
        "with timeout=0.5 site_map was still waiting for the server after 10 seconds, when the server hung up"
    )
    assert isinstance(error, OSError), (
        f"{site.dead} never answers: that should be an OSError, and it is {error!r}"
    )


def test_a_page_that_does_not_come_in_time_is_left_out():
    with PracticeSite(pages=3, latency=0.002, stalls=True, endless=False, patience=12) as site:
        found = set()
        site_map(site.start, found, timeout=3)
    assert not site.gave_up, (
        f"with timeout=3 site_map was still waiting for these after 12 seconds: {some(site.gave_up)}"
    )
    assert site.url("/top") in found, "a page that doesn't come should be left out, and all others found"
    unfinished = found & {site.url("/silent"), site.url("/stalls")}
    assert not unfinished, f"these were not there in full after 3 seconds: {some(unfinished)}"


def test_text_that_is_not_a_url_is_a_value_error():
    error = refusal("not a URL")
    assert type(error) is ValueError, f"'not a URL' is none: that should be a ValueError, and it is {error!r}"


def test_zero_threads_are_a_value_error():
    with PracticeSite(pages=1) as site:
        error = refusal(site.start, threads=0)
    assert type(error) is ValueError, f"threads=0 should be a ValueError, and it is {error!r}"
