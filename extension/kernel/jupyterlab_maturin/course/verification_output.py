"""A verification's output as HTML and as plain text."""

from __future__ import annotations

from jupyterlab_maturin.foreign.visible import bounded, visible, visible_html, visible_line
from jupyterlab_maturin.protocol import EnvironmentCheck, TestResult, VerifyPayload
from jupyterlab_maturin.tasks import diagnostics, html
from jupyterlab_maturin.tasks.quantities import counted, duration, first_of

_COLOURS = {"failed": html.RED, "verified": html.GREEN}


def as_html(payload: VerifyPayload) -> str:
    """Return the HTML form of a payload, in which every text is escaped."""
    name, colour = payload.title or payload.exercise, _COLOURS.get(payload.phase, "")
    parts = [html.first_line(name, "", _status(payload), colour, _duration(payload))]
    parts.extend(html.line(note, html.DIM) for note in payload.notes)
    parts.extend(_check_as_html(check) for check in payload.environment)
    if payload.phase != "verified":
        parts.extend(diagnostics.as_html(payload.diagnostics, payload.counts.omitted))
    reasons, more_reasons = first_of(_by_reason(payload.tests))
    parts.extend(_reason_as_html(tests) for tests in reasons)
    skipped, more_skipped = first_of(_skipped(payload.tests))
    parts.extend(html.line(f"- {test.name} (skipped)", "margin-left:8px") for test in skipped)
    parts.extend(html.line(text, "margin-left:8px") for text in more_reasons + more_skipped)
    parts.extend(_passed_as_html(_passed(payload.tests)))
    if payload.outcome is None:
        # This line is there even when it is empty, so that the height does not change while something begins.
        parts.append(html.line(f"… {_activity(payload)}", html.DIM))
    parts.extend(html.line(text) for text in _advice(payload))
    return html.card(parts)


def as_text(payload: VerifyPayload) -> str:
    """Return the text form of a payload: a line for each test, and the message of each that failed."""
    title = f"  {visible_line(payload.title)}" if payload.title else ""
    lines = [
        f" {visible_line(payload.exercise)}{title}   {visible_line(bounded(_status(payload)))}   {_duration(payload)}"
    ]
    lines.extend(f"   note: {visible_line(bounded(note))}" for note in payload.notes)
    for check in payload.environment:
        lines.append(f"   {visible_line(_check(check))}")
        lines.extend(f"       {text}" for text in _lines(check.advice))
    if payload.phase != "verified":
        lines.extend(diagnostics.as_text(payload.diagnostics, payload.counts.omitted))
    reasons, more_reasons = first_of(_by_reason(payload.tests))
    for first, *others in reasons:
        lines.append(f"   ✗ {visible_line(first.name)}   {visible_line(_place(first))}")
        lines.extend(f"       {text}" for text in _lines(first.message))
        lines.extend([f"       {_more(others)}"] if others else [])
    skipped, more_skipped = first_of(_skipped(payload.tests))
    lines.extend(f"   - {visible_line(test.name)} (skipped)" for test in skipped)
    lines.extend(f"   {text}" for text in more_reasons + more_skipped)
    lines.extend(f"   ✓ {_passing(tests)}" for tests in [_passed(payload.tests)] if tests)
    if _activity(payload):
        lines.append(f"   … {visible_line(_activity(payload))}")
    lines.extend(f"   {visible_line(bounded(text))}" for text in _advice(payload))
    return "\n".join(text.rstrip() for text in lines)


def _by_reason(tests: list[TestResult]) -> list[list[TestResult]]:
    """Return the tests that failed; those that fail for the same reason are in one list."""
    reasons: dict[str, list[TestResult]] = {}
    for test in tests:
        if test.outcome == "failed":
            reasons.setdefault(test.cause or test.name, []).append(test)
    return list(reasons.values())


def _passed(tests: list[TestResult]) -> list[TestResult]:
    return [test for test in tests if test.outcome == "passed"]


def _skipped(tests: list[TestResult]) -> list[TestResult]:
    return [test for test in tests if test.outcome == "skipped"]


def _more(tests: list[TestResult]) -> str:
    """Return how many others there are: ``12 more fail for the same reason``."""
    return f"{len(tests)} more {'fails' if len(tests) == 1 else 'fail'} for the same reason"


def _passing(tests: list[TestResult]) -> str:
    return f"{counted(len(tests), 'test')} {'passes' if len(tests) == 1 else 'pass'}"


def _reason_as_html(tests: list[TestResult]) -> str:
    """Return the first of the tests in full, and the others folded away."""
    first, *others = tests
    if not others:
        return _failure_as_html(first)
    shown, rest = first_of(others)
    failures = "".join([*map(_failure_as_html, shown), *map(html.line, rest)])
    return _failure_as_html(first) + html.fold(_more(others), failures, "margin-left:24px")


def _failure_as_html(test: TestResult) -> str:
    name = f'<span style="{html.RED}">✗</span> <code>{visible_html(test.name)}</code>'
    place = f'<span style="float:right;{html.DIM}">{visible_html(_place(test))}</span>'
    message = html.line(test.message or "", "margin-left:24px;white-space:pre-wrap")
    texts = [text.strip() for text in (test.details, test.output) if text]
    code = "".join(html.code_block(visible_html(text), indent=24, wrap=True) for text in texts)
    more = html.fold("the test, and what it printed", code, style="margin-left:24px") if code else ""
    return f'<div style="margin-left:8px">{name}{place}</div>{message}{more}'


def _passed_as_html(tests: list[TestResult]) -> list[str]:
    """Return one line, which opens to their names; nothing when there are none."""
    if not tests:
        return []
    shown, rest = first_of(tests, 200)
    names = "".join(f"<div><code>{visible_html(test.name)}</code></div>" for test in shown)
    names += "".join(map(html.line, rest))
    summary = f'<span style="{html.GREEN}">✓</span> {_passing(tests)}'
    return [html.details(summary, f'<div style="margin-left:24px">{names}</div>', style="margin-left:8px")]


def _check_as_html(check: EnvironmentCheck) -> str:
    advice = html.line(check.advice, "margin-left:24px") if check.advice else ""
    return html.line(_check(check), f"margin-left:8px;{'' if check.ok else html.RED}") + advice


def _status(payload: VerifyPayload) -> str:
    """Return what is being done, or how it ended, in a few words."""
    message = payload.outcome.message if payload.outcome else ""
    match payload.phase:
        case "verified":
            return f"verified · {message}"
        case "failed":
            return f"not verified · {message}"
        case "cancelled":
            return "stopped"
        case "testing":
            return f"testing · {counted(len(payload.tests), 'result')}"
        case phase:
            return "waiting" if payload.waiting else phase


def _lines(message: str | None) -> list[str]:
    return visible(bounded(message)).split("\n") if message else []


def _duration(payload: VerifyPayload) -> str:
    """Return how long it took: ``1.2 s (0.4 s building)``."""
    if payload.outcome is None:
        return duration(payload.elapsed)
    return f"{duration(payload.outcome.seconds)} ({duration(payload.outcome.build_seconds)} building)"


def _activity(payload: VerifyPayload) -> str:
    """Return what is happening now; an empty text when there is nothing to say."""
    if payload.waiting:
        return payload.waiting
    if payload.running:
        return f"running {payload.running}"
    progress = payload.progress
    return f"compiling {progress.crate}   {progress.done}/{progress.total}" if progress else ""


def _place(test: TestResult) -> str:
    """Return where the check stands that failed: ``tests/test_functions.py:12``."""
    return test.file if test.line is None else f"{test.file}:{test.line}"


def _check(check: EnvironmentCheck) -> str:
    """Return a line about something that the course needs of the machine."""
    return f"{'✓' if check.ok else '✗'} {check.name}: {check.found or 'missing'} (needed: {check.needed})"


def _advice(payload: VerifyPayload) -> list[str]:
    """Return what the learner can do next, one sentence each."""
    outcome, exercise = payload.outcome, payload.exercise
    if outcome is None:
        return []
    lines = [f"Next: {outcome.next}"] if outcome.next else []
    if outcome.hint:
        lines.append(f"%hint {exercise} shows hint {outcome.hint.number} of {outcome.hint.total}.")
    if outcome.solution and outcome.status == "failed":
        lines.append(f"%solution {exercise} shows a worked answer.")
    return [*lines, *outcome.notes]
