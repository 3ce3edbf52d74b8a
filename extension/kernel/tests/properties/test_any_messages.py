"""Any JSON in the place of a message, from the bridge or from the page."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from kernel_support.foreign import assert_sentence, foreign_json, foreign_text, with_parts_replaced
from pylsp_jsonrpc.exceptions import JsonRpcException

from jupyterlab_maturin import protocol
from jupyterlab_maturin.bridge.messages import decode_event, result_of
from jupyterlab_maturin.course.prediction.comm import PredictionsComm
from jupyterlab_maturin.course.prediction.prediction import Prediction
from jupyterlab_maturin.course.prediction.question import Question
from jupyterlab_maturin.errors import BridgeError, CourseError

BUILT = {
    "status": "built",
    "module": "primes",
    "generation": 3,
    "directory": "/p/3",
    "library": "/p/3/primes.so",
    "changed": True,
    "profile": "release",
    "features": [],
    "seconds": 1.0,
    "timings": [{"step": "plan", "seconds": 0.1}],
    "counts": {"errors": 0, "warnings": 0, "omitted": 0},
}
EVENTS = [
    {"kind": "progress", "done": 1, "total": 2, "crate": "a"},
    {"kind": "log", "text": "a"},
    {"kind": "waiting", "reason": "a lock"},
    {"kind": "finished", "outcome": BUILT},
    {"kind": "build", "event": {"kind": "log", "text": "a"}},
    {"kind": "testing", "limit": 60},
]
ANSWERS = [
    protocol.BuildOutcome,
    protocol.VerifyOutcome,
    protocol.CourseList,
    protocol.Welcome,
    protocol.GenerationsAnswer,
]

event = foreign_json | st.sampled_from(EVENTS).flatmap(
    lambda valid: with_parts_replaced(valid) | st.just(valid)
)


@given(event, st.sampled_from([protocol.BuildEvent, protocol.VerifyEvent]))
@example({"kind": []}, protocol.BuildEvent)
@example({"kind": {"a": 1}}, protocol.VerifyEvent)
@example({"kind": "build", "event": {"kind": [1]}}, protocol.VerifyEvent)
@example({"kind": "log", "text": "\ud800"}, protocol.BuildEvent)
def test_an_event_is_one_or_ignored_or_a_sentence(value: Any, kinds: Any) -> None:
    try:
        found = decode_event(value, kinds, "build")
    except BridgeError as error:
        assert_sentence(str(error))
        return
    assert found is None or hasattr(found, "__struct_fields__")


@given(foreign_json | with_parts_replaced(BUILT), st.sampled_from(ANSWERS))
@example({"\ud800": None}, protocol.CourseList)
def test_an_answer_is_one_or_a_sentence(value: Any, kind: Any) -> None:
    answer: Future[Any] = Future()
    answer.set_result(value)
    try:
        assert hasattr(result_of(answer, kind, "build"), "__struct_fields__")
    except BridgeError as error:
        assert_sentence(str(error))


@given(st.sampled_from([protocol.COURSE_ERROR, -32603]), (foreign_text | foreign_json).filter(bool))
@example(protocol.COURSE_ERROR, "x" * 100_000)
def test_a_refusal_is_a_sentence(code: int, message: Any) -> None:
    answer: Future[Any] = Future()
    answer.set_exception(JsonRpcException(message, code))
    try:
        result_of(answer, protocol.CourseList, "course/list")
    except (BridgeError, CourseError) as error:
        assert len(str(error)) <= 8192
    else:
        raise AssertionError("it was no refusal")


class _Comm:
    def __init__(self) -> None:
        self.sent: list[Any] = []

    def send(self, data: Any) -> None:
        self.sent.append(data)


MOVE = {"id": "p", "choice": 1, "failed": False}


@given(st.lists(foreign_json | with_parts_replaced(MOVE) | st.just(MOVE), min_size=1, max_size=4))
@example([{**MOVE, "choice": 10**30}])
@example([{"\ud800": None}])
def test_what_a_page_says_is_always_answered(values: list[Any]) -> None:
    comm = PredictionsComm()
    page = comm._comm = _Comm()
    comm.add(Prediction(Question("What?", ["a", "b"]), None, None, id="p"))
    for value in values:
        comm._receive({"content": {"data": value}})
    assert len(page.sent) == 1 + len(values)
