"""How text of others is shown: the table that both languages are held to, and the gate that every output goes through."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import jupyterlab_maturin
from jupyterlab_maturin.foreign.outputs import shown_bundle
from jupyterlab_maturin.foreign.visible import bounded, colours_apart, visible, visible_html, visible_line
from jupyterlab_maturin.tasks.markdown import aside, code, code_block

PACKAGE = Path(jupyterlab_maturin.__file__).parent
TABLE = json.loads(
    (Path(__file__).parents[2] / "protocol" / "test" / "visible.json").read_text(encoding="utf-8")
)


def reset(text: str) -> str:
    """Return the text without the reset that TypeScript puts behind a colour that nobody ended."""
    return text.removesuffix("\x1b[0m")


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_text_is_shown_as_the_table_says(case: dict[str, str]) -> None:
    # A pair of surrogates in the JSON is one character here already.
    assert visible(case["text"]) == case["visible"]
    assert visible_line(case["text"]) == case.get("line", case["visible"])
    assert reset("".join(colours_apart(case["text"]))) == reset(case.get("output", case["visible"]))


@pytest.mark.parametrize("case", TABLE["bounded"], ids=lambda case: case["text"])
def test_a_cut_says_how_much_is_missing(case: dict[str, Any]) -> None:
    assert bounded(case["text"], case["limit"]) == case["shown"]


def test_colours_are_the_odd_pieces_of_a_tools_output() -> None:
    assert colours_apart("\x1b[1mbold\x1b[0m\x1b[8mno\x07") == [
        "",
        "\x1b[1m",
        "bold",
        "\x1b[0m",
        "<U+001B>[8mno<U+0007>",
    ]


def test_html_shows_code_points_and_no_tags_of_that_name() -> None:
    assert visible_html("<b>\u202e") == "&lt;b&gt;&lt;U+202E&gt;"
    assert shown_bundle({"text/html": "<b>\u202e</b>"}) == {"text/html": "<b>&lt;U+202E&gt;</b>"}


def test_a_bundle_leaves_by_the_gate_with_its_data_as_it_was() -> None:
    evil = "\x1b]0;x\x07"
    bundle = {"application/json": {"title": evil}, "text/plain": evil, "text/markdown": evil * 1_000_000}
    shown = shown_bundle(bundle)
    assert shown["application/json"] == {"title": evil}
    assert shown["text/plain"] == "<U+001B>]0;x<U+0007>"
    assert shown["text/markdown"].endswith("… (4,951,424 more characters)")


@pytest.mark.parametrize(
    ("text", "inline", "block"),
    [
        ("a.rs", "`a.rs`", "```\na.rs\n```"),
        ("`a`\n```\n<b>", "```` `a`<U+000A>```<U+000A><b> ````", "````\n`a`\n```\n<b>\n````"),
        ("\u202eb", "`<U+202E>b`", "```\n<U+202E>b\n```"),
    ],
)
def test_markdown_shows_text_as_it_is_written(text: str, inline: str, block: str) -> None:
    assert code(text) == inline
    assert code_block(text) == block


def test_a_note_is_one_line_in_italics() -> None:
    assert aside("see <b>\n# this") == "*see &lt;b&gt;<U+000A># this*".replace("<U", "&lt;U").replace(
        "A>", "A&gt;"
    )


@pytest.mark.parametrize(
    ("pattern", "allowed"),
    [
        # IPython's own ways to show something, and HTML that is made without making text visible.
        (r"publish_display_data", {"foreign/outputs.py"}),
        (
            r"html import escape|html\.escape\(",
            {
                "foreign/visible.py",
                "tasks/ansi.py",
                "tasks/markdown.py",
                "lesson/site/plan.py",
                "gil/display/result.py",
            },
        ),
    ],
)
def test_no_other_file_goes_around_the_gate(pattern: str, allowed: set[str]) -> None:
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if re.search(pattern, path.read_text(encoding="utf-8"))
    }
    assert found == allowed
