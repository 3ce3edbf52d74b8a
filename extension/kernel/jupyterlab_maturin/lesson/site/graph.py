"""A crawl as a graph: which page led to which, drawn while the crawl goes on."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from jupyterlab_maturin.foreign.outputs import shown_bundle
from jupyterlab_maturin.lesson.site.practice_site import PracticeSite

# Seconds between two drawings. The browser needs about a tenth of it for one.
_PERIOD = 0.5


def watch(site: PracticeSite, call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Call in another thread, and meanwhile draw the requests that reach the site. Return what the call returns.

    The drawing is done by Python, so it goes on only as long as the call lets other Python threads run. It raises what the
    call raises.
    """
    outcome: dict[str, Any] = {}

    def make_the_call() -> None:
        try:
            outcome["returned"] = call(*args, **kwargs)
        # It is raised again in the thread of the cell: a panic of Rust code is a BaseException.
        except BaseException as error:  # noqa: BLE001
            outcome["raised"] = error

    drawn = crawl_graph(site)
    output: Any = importlib.import_module("IPython.display")  # its functions are untyped
    shown = output.display(_bundle(drawn), raw=True, display_id=True)
    thread = threading.Thread(target=make_the_call, name="crawl", daemon=True)
    thread.start()
    while True:
        thread.join(_PERIOD)
        over = not thread.is_alive()
        graph = crawl_graph(site)
        if graph != drawn and shown is not None:
            shown.update(_bundle(graph), raw=True)
        drawn = graph
        if over:
            break
    if "raised" in outcome:
        raise outcome["raised"]
    return outcome["returned"]


def crawl_graph(site: PracticeSite) -> str:
    """The requests so far, as a flowchart in Mermaid's language.

    An arrow comes from the page that was the first to lead to a page. A page has a dashed border until it is answered.
    """
    requests = [request for request in site.requests if request.host == site.host]
    answered = sum(request.ended is not None for request in requests)
    described = (
        f"{len(requests)} requests, {answered} of them answered. An arrow leads from a page to a page whose link was "
        "found there first."
    )
    lines = [
        "flowchart LR",
        "  accTitle: The crawl so far",
        f"  accDescr: {described}",
        "  classDef waiting stroke-dasharray: 4 4",
    ]
    # The answered pages in the order of their answers, by which one of them was the first to show a link.
    known: dict[str, int] = {}
    by_answer = sorted(
        (request.ended, number) for number, request in enumerate(requests) if request.ended is not None
    )
    for _, number in by_answer:
        for path in site.links.get(requests[number].path, []):
            known.setdefault(path, number)
    for number, request in enumerate(requests):
        waiting = ":::waiting" if request.ended is None else ""
        lines.append(f'  n{number}["{_text(request.path)}"]{waiting}')
        parent = known.get(request.path)
        if parent is not None and number > 0:
            lines.append(f"  n{parent} --> n{number}")
    return "\n".join(lines)


def _text(path: str) -> str:
    """A path as the text of a node, in quotes of which there may be no more."""
    return unquote(path).replace('"', "'")


def _bundle(graph: str) -> dict[str, str]:
    [description] = [line for line in graph.splitlines() if "accDescr:" in line]
    return shown_bundle(
        {
            "text/markdown": f"```mermaid\n{graph}\n```",
            "text/plain": description.partition(":")[2].strip(),
        }
    )
