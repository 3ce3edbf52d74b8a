"""What a practice site has: ordinary pages, made from a seed, and one of everything that makes crawling hard."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote

from jupyterlab_maturin.lesson.site.serve import HOST, Answer

HTML = "text/html; charset=utf-8"

# So many of the ordinary pages are linked from the start page.
_FIRST_LINKS = 6

#: So many requests can come together for a meeting: the links of the start page that lead to different pages, about.
LARGEST_MEETING = 16

# What follows the links of a page: as much text as pages have, so that reading one is some work (9 KiB).
_TEXT = "\n".join(["<p>and so on <em>and so on</em> and so on, page after page"] * 150)

_PLACES = ("harbour", "islands", "lighthouse", "dunes", "shipyard")
_THINGS = (
    "anchor",
    "beacon",
    "buoy",
    "gull",
    "heron",
    "kelp",
    "mast",
    "mussel",
    "oar",
    "otter",
    "rope",
    "tide",
)


@dataclass
class Plan:
    """The answers by path, and which of these paths a right crawl finds.

    `links` has, for each path that leads on, the paths on this site to which it leads.
    """

    answers: dict[str, Answer] = field(default_factory=dict)
    pages: set[str] = field(default_factory=set)
    links: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Link:
    """A link as it stands in a page, and the path on this site to which it leads (None: it does not lead to this site)."""

    html: str
    to: str | None = None


def make_plan(
    seed: int, pages: int, ports: Mapping[str, int], *, tame: bool, endless: bool, locked: bool, stalls: bool
) -> Plan:
    """Return a site with `pages` ordinary pages (1 or more, the start page is the first) and, unless it is tame, the rest.

    `ports` are those of the "site" itself and of its "neighbour".
    """
    dice = random.Random(seed)
    plan = Plan()
    ordinary = _ordinary_paths(dice, pages)
    links: dict[str, list[Link]] = {path: [] for path in ordinary}
    if not tame:
        # The same page twice, first of all: two threads may come for it at once.
        links["/"] += [_link("/crossroads", "/crossroads"), _link("/crossroads#north", "/crossroads")]
    for number, path in enumerate(ordinary[1:], start=1):
        parent = "/" if number <= _FIRST_LINKS else ordinary[dice.randrange(1, number)]
        links[parent].append(_written(dice, parent, path, ports["site"]))
    for path in ordinary[1:]:
        for other in [*dice.choices(ordinary, k=3), "/"]:
            links[path].append(_written(dice, path, other, ports["site"]))
    for path in ordinary[1:]:
        _add_page(plan, path, links[path])

    if not tame:
        links["/"] += _hard_cases(plan, ports)
    if endless and not tame:
        links["/"].append(_link("/endless", "/endless"))
        _add_page(plan, "/endless", [_link("/from-the-endless", "/from-the-endless")], how="endless")
        _add_page(plan, "/from-the-endless", [])
    if locked:
        links["/"].append(_link("/locked", "/locked"))
        _add_page(plan, "/locked", [], how="locked")
    if stalls:
        # Neither of the two is ever there in full, so a right crawl finds neither.
        links["/"] += [_link("/silent", "/silent"), _link("/stalls", "/stalls")]
        plan.answers["/silent"] = {"status": 200, "type": HTML, "body": "", "how": "silent"}
        plan.answers["/stalls"] = {"status": 200, "type": HTML, "body": "<p>One moment …", "how": "stalls"}
    _add_page(plan, "/", links["/"])
    return plan


def _ordinary_paths(dice: random.Random, pages: int) -> list[str]:
    paths = ["/"]
    for number in range(1, pages):
        place, thing = dice.choice(_PLACES), dice.choice(_THINGS)
        # Pages with and without a slash at the end: a relative link means something else in each of them.
        paths.append(f"/{place}/{thing}-{number}" + dice.choice(("", ".html", "/")))
    return paths


def _hard_cases(plan: Plan, ports: Mapping[str, int]) -> list[Link]:
    """Add the pages that make crawling hard. Return the links that lead to them from the start page."""
    here = f"{HOST}:{ports['site']}"
    _add_page(
        plan, "/crossroads", [_link("/", "/"), _link("//" + here + "/crossroads?from=itself", "/crossroads")]
    )

    # Redirects: a chain to a page that nothing else leads to, one with a fragment, a loop, and one to another host.
    _add_redirect(plan, "/old", "/older/still", "/older/still", status=301)
    _add_redirect(plan, "/older/still", "../landed", "/landed", status=302)
    _add_page(plan, "/landed", [_link("old", "/old")])
    _add_redirect(plan, "/signpost", "/crossroads#south", "/crossroads", status=303)
    _add_redirect(plan, "/round", f"http://{here}/and-round", "/and-round", status=307)
    _add_redirect(plan, "/and-round", "/round", "/round", status=308)
    _add_redirect(plan, "/away", f"http://localhost:{ports['site']}/stray", None, status=302)

    # What is not there, or is no page, has no links that count.
    _add_page(plan, "/nowhere", [_link("/only-from-a-404")], status=404, found=False)
    _add_page(plan, "/broken", [_link("/only-from-a-500")], status=500, found=False)
    for path in (
        "/only-from-a-404",
        "/only-from-a-500",
        "/in-a-comment",
        "/in-a-script",
        "/in-the-text",
        "/in-the-map",
    ):
        _add_page(plan, path, [], found=False)
    plan.answers["/map.pdf"] = {
        "status": 200,
        "type": "application/pdf",
        "body": '%PDF-1.7 <a href="/in-the-map">no link</a>',
        "how": "whole",
    }

    # Only what a page begins with counts.
    _add_page(plan, "/huge", [_link("/before-the-cut", "/before-the-cut")], how="huge")
    plan.answers["/huge"]["tail"] = '<a href="/after-the-cut">too late</a>'
    _add_page(plan, "/before-the-cut", [])
    _add_page(plan, "/after-the-cut", [], found=False)
    _add_page(plan, "/calendar", [_link("?day={tomorrow}", "/calendar")], how="calendar")

    # Paths that have to be written in another way in a URL.
    _add_page(plan, quote("/café"), [])
    _add_page(plan, "/two%20words", [])
    _add_page(plan, "/top", [])
    # Other hosts serve these two. A right crawl does not even ask.
    _add_page(plan, "/stray", [], found=False)
    _add_page(plan, "/next-door", [], found=False)

    to = (
        "/old",
        "/signpost",
        "/round",
        "/away",
        "/nowhere",
        "/broken",
        "/map.pdf",
        "/huge",
    )
    return [
        *(_link(path, path) for path in to),
        _link("calendar?day=1", "/calendar"),
        _link("/café", quote("/café")),
        _link(" two words ", "/two%20words"),
        _link("../../../top", "/top"),
        _link("", "/"),
        _link("?", "/"),
        _link("#contents", "/"),
        Link("<a href>nowhere</a>", "/"),
        Link("<a name=anchor>no link</a>"),
        _link("http://[half"),
        _link("http://127.0.0.1:99999/"),
        _link("http:"),
        _link("mailto:harbour@example.org"),
        _link("javascript:void(0)"),
        _link("tel:+47123456"),
        _link("data:text/html,<a href='/in-the-text'>"),
        _link(f"http://localhost:{ports['site']}/stray"),
        _link(f"http://{HOST}:{ports['neighbour']}/next-door"),
        Link('<!-- <a href="/in-a-comment">no link</a> -->'),
        Link("""<script>const a = '<a href="/in-a-script">no link</a>'</script>"""),
        Link('&lt;a href="/in-the-text"&gt;no link&lt;/a&gt;'),
    ]


def _written(dice: random.Random, page: str, to: str, port: int) -> Link:
    """Return a link in `page` to the path `to`, written in one of the ways in which people write links."""
    here = f"{HOST}:{port}"
    up = "../" * (page.count("/") - 1)
    forms = [
        to,
        f"{up}{to[1:]}" or ".",
        f"./{up}{to[1:]}",
        f"//{here}{to}",
        f"http://{here}{to}",
        f"HTTP://{here}{to}",
    ]
    href = dice.choice(forms) + dice.choice(("", "", "", "#more", "?from=there", "?a=1&b=2#more"))
    quotes = dice.choice(('"', "'"))
    name = dice.choice(("a href", "a class=x href", "A HREF"))
    space = dice.choice(("", "", " ", "\n"))
    return Link(f"<{name}={quotes}{space}{escape(href)}{space}{quotes}>{to}</a>", to)


def _link(href: str, to: str | None = None) -> Link:
    return Link(f'<a href="{escape(href)}">{escape(href)}</a>', to)


def _add_page(
    plan: Plan, path: str, links: list[Link], *, status: int = 200, how: str = "whole", found: bool = True
) -> None:
    text = "\n".join(f"<li>{link.html}" for link in links)
    body = f"<!doctype html>\n<title>{path}</title>\n<h1>{path}</h1>\n<ul>\n{text}\n</ul>\n{_TEXT}"
    plan.answers[path] = {"status": status, "type": HTML, "body": body, "how": how}
    if found:
        plan.pages.add(path)
        plan.links[path] = list(dict.fromkeys(link.to for link in links if link.to is not None))


def _add_redirect(plan: Plan, path: str, location: str, to: str | None, *, status: int) -> None:
    plan.answers[path] = {"status": status, "type": HTML, "body": "", "how": "whole", "location": location}
    plan.links[path] = [] if to is None else [to]
