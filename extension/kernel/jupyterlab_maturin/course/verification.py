"""One verification: its request, its state, and the payload that its output carries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from jupyterlab_maturin import protocol
from jupyterlab_maturin.course import verification_output as output
from jupyterlab_maturin.errors import BuildExtensionError, VerificationError
from jupyterlab_maturin.session.request_fields import location_fields, python_fields
from jupyterlab_maturin.tasks.compilation import Compilation
from jupyterlab_maturin.tasks.run import run
from jupyterlab_maturin.tasks.task import Task


def verify(exercise: str | None) -> None:
    """Build an exercise, run its tests in a fresh process and show how it goes.

    Args:
        exercise: an id; ``None`` for the notebook's own.

    Raises:
        VerificationError: it is not verified; the output says why.
        CourseError: there is no such exercise.
        BridgeError: the process that does the work died.
        KeyboardInterrupt: it was interrupted; every process of it is gone by then.
    """
    run(VerifyTask(exercise))


@dataclass
class VerifyTask(Task[protocol.VerifyEvent, protocol.VerifyOutcome, None]):
    """One verification, as far as it has come."""

    method = protocol.VERIFY
    events = protocol.VerifyEvent
    outcomes = protocol.VerifyOutcome
    mime = protocol.VERIFY_MIME
    success = "verified"
    interrupted = "verifying was stopped"

    #: The exercise as the learner named it, and its id once that is known.
    given: str | None
    exercise: str = field(init=False)
    phase: protocol.VerifyPhase = "planning"
    compilation: Compilation = field(default_factory=Compilation)
    title: str | None = None
    kind: protocol.ExerciseKind | None = None
    environment: list[protocol.EnvironmentCheck] = field(default_factory=list)
    tests: list[protocol.TestResult] = field(default_factory=list)
    running: str | None = None
    outcome: protocol.VerifyOutcome | None = None

    def __post_init__(self) -> None:
        self.exercise = self.given or "this exercise"

    @property
    def showable(self) -> bool:
        return self.title is not None  # an exercise that does not exist gets an error and no output

    def request(self, task_id: str) -> protocol.VerifyRequest:
        return protocol.VerifyRequest(id=task_id, exercise=self.given, **location_fields(), **python_fields())

    def apply(self, event: protocol.VerifyEvent) -> None:
        match event:
            case protocol.VerifyPlanned():
                self.exercise, self.title, self.kind = event.exercise, event.title, event.exercise_kind
                self.compilation.notes.extend(event.notes)
            case protocol.VerifyEnvironment():
                self.environment = event.checks
            case protocol.VerifyBuild():
                self.phase = "building"
                self.compilation.apply(event.event)
            case protocol.VerifyTesting():
                self.phase = "testing"
                self.compilation.waiting = self.compilation.progress = None
            case protocol.VerifyTestStarted():
                self.running = event.test
            case protocol.VerifyTestEnded():
                self._replace(event.result)

    def finish(self, outcome: protocol.VerifyOutcome, refresh: Callable[[], None]) -> None:
        self.phase, self.outcome, self.running = outcome.status, outcome, None
        self.compilation.waiting = None
        if outcome.status == "cancelled":
            raise KeyboardInterrupt
        if outcome.status == "failed":
            raise VerificationError(outcome.message)

    def fail(self, error: BuildExtensionError) -> None:
        if self.outcome is None:  # then it did not fail: something went wrong before it could tell
            self.phase = "cancelled"

    def forms(self) -> tuple[protocol.VerifyPayload, str, str]:
        payload = self.payload()
        return payload, output.as_html(payload), output.as_text(payload)

    def payload(self) -> protocol.VerifyPayload:
        """Return the whole state as the output carries it."""
        return protocol.VerifyPayload(
            version=protocol.VERIFY_PAYLOAD_VERSION,
            phase=self.phase,
            exercise=self.exercise,
            title=self.title,
            kind=self.kind,
            environment=self.environment,
            tests=self.tests,
            running=self.running,
            outcome=self.outcome,
            **self.compilation.fields(),
        )

    def _replace(self, result: protocol.TestResult) -> None:
        # A test may end twice, because its teardown can fail after it passed: the later result counts.
        others = [test for test in self.tests if (test.file, test.name) != (result.file, result.name)]
        self.tests = [*others, result]
        if self.running == result.name:
            self.running = None
