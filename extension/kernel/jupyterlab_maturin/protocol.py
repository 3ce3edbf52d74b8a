"""Every message that the kernel and the bridge exchange. Made by `npm run protocol` from extension/protocol/src/schemas; edit those."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, TypeAlias

from msgspec import UNSET, Meta, Struct, UnsetType, field

BUILD: Final = "build"
BUILD_MIME: Final = "application/vnd.jupyterlab-maturin.build.v1+json"
BUILD_PAYLOAD_VERSION: Final = 1
COURSE_ERROR: Final = -32050
COURSE_HINT: Final = "course/hint"
COURSE_LIST: Final = "course/list"
COURSE_NEXT: Final = "course/next"
COURSE_PREDICT: Final = "course/predict"
COURSE_RESET: Final = "course/reset"
COURSE_SKIP: Final = "course/skip"
COURSE_SOLUTION: Final = "course/solution"
GENERATIONS: Final = "generations"
HELLO: Final = "hello"
PREDICTIONS_TARGET: Final = "jupyterlab-maturin.predictions"
PREDICT_MIME: Final = "application/vnd.jupyterlab-maturin.predict.v1+json"
PREDICT_PAYLOAD_VERSION: Final = 1
PROGRESS_VERSION: Final = 1
PROTOCOL_VERSION: Final = 5
RECORD_VERSION: Final = 1
SERVER_VARIABLES: Final = "^(?:JPY_|JUPYTERHUB_|JUPYTER_GATEWAY_|CONFIGPROXY_AUTH_TOKEN$|JUPYTER_(?:.*_)?(?:TOKEN|PASSWORD|SECRET)(?:_|$))"
SOURCE_MIME: Final = "application/vnd.jupyterlab-maturin.source.v1+json"
SOURCE_PAYLOAD_VERSION: Final = 1
STALE_CELLS_TARGET: Final = "jupyterlab-maturin.stale-cells"
TASK_CANCEL: Final = "task/cancel"
TASK_EVENT: Final = "task/event"
VERIFY: Final = "verify"
VERIFY_MIME: Final = "application/vnd.jupyterlab-maturin.verify.v1+json"
VERIFY_PAYLOAD_VERSION: Final = 1


Applicability: TypeAlias = Literal["MachineApplicable", "MaybeIncorrect", "HasPlaceholders", "Unspecified"]


class BuildCancelled(Struct, tag_field="status", tag="cancelled"):
    """
    The build was cancelled, and its whole process group is gone.
    """

    seconds: float


class BuildError(Struct):
    kind: Literal["crate", "tool", "build", "reload", "bridge"]
    message: str


class BuildLog(Struct, tag_field="kind", tag="log"):
    """
    Lines of the raw log, without colours.
    """

    text: str


class BuildNote(Struct, tag_field="kind", tag="note"):
    """
    A sentence for the user about something that the build met on its way.
    """

    text: str


BuildPhase: TypeAlias = Literal["planning", "building", "loading", "done", "failed", "cancelled"]


class BuildPlanned(Struct, tag_field="kind", tag="planned"):
    """
    The crate is known and the build is about to run.
    """

    crate: str
    manifest: str
    root: str
    profile: str
    features: list[str]
    target: str
    notes: list[str]
    module: str | UnsetType = UNSET
    distribution: str | UnsetType = UNSET
    project: str | UnsetType = UNSET


class BuildProgress(Struct, tag_field="kind", tag="progress"):
    """
    cargo's own count of finished units.
    """

    done: int
    total: int
    crate: str


class BuildRequest(Struct):
    id: str
    crate: str | None
    cwd: str
    notebook: str | None
    interpreter: str
    tag: str
    profile: str
    features: list[str]
    default_features: bool = field(name="defaultFeatures")
    force: bool
    install: bool
    environment: dict[str, str]


class Surface(Struct):
    added: list[str]
    changed: list[str]
    removed: list[str]
    omitted: int


class BuildStarted(Struct, tag_field="kind", tag="building"):
    """
    maturin has the lock and runs.
    """


class BuildWaiting(Struct, tag_field="kind", tag="waiting"):
    """
    Another build holds the lock of the same target directory; this one goes on when that ends.
    """

    reason: str


class CourseHint(Struct):
    exercise: str
    number: int
    total: int
    text: str
    last: bool
    notes: list[str]


class CourseParams(Struct):
    cwd: str
    notebook: str | None


class CoursePrediction(Struct):
    exercise: str | None
    answer: int | None
    because: str | None
    earlier: int | None
    notes: list[str]


class CourseReset(Struct):
    exercise: str
    backup: str | None
    files: list[str]
    notes: list[str]


class DiagnosticCode(Struct):
    code: str
    explanation: str | None


class DiagnosticCounts(Struct):
    """
    How many diagnostics rustc gave.
    """

    errors: int
    warnings: int
    omitted: int


class EnvironmentCheck(Struct):
    """
    Something that a lesson needs of the machine.
    """

    name: str
    ok: bool
    found: str | None
    needed: str
    advice: str | None


ExerciseKind: TypeAlias = Literal["cargo", "extension", "python"]


class ExerciseParams(Struct):
    cwd: str
    notebook: str | None
    exercise: str | None


ExerciseState: TypeAlias = Literal["locked", "open", "started", "verified", "skipped"]


FailureKind: TypeAlias = Literal["crate", "tool", "build"]


class FailureReason(Struct):
    kind: FailureKind
    message: str


class GenerationOnDisk(Struct):
    number: int
    directory: str
    library: str
    module: str
    profile: str
    features: list[str]
    default_features: bool = field(name="defaultFeatures")
    digest: str
    made: str | None
    seconds: float | None


class GenerationsFailed(Struct, tag_field="status", tag="failed"):
    """
    There is no such crate, or cargo cannot read it.
    """

    error: FailureReason


class GenerationsFound(Struct, tag_field="status", tag="found"):
    crate: str
    manifest: str
    root: str
    target: str
    generations: list[GenerationOnDisk]


class GenerationsRequest(Struct):
    crate: str | None
    cwd: str
    notebook: str | None
    tag: str
    environment: dict[str, str]


class Hello(Struct):
    """
    What the kernel says first.
    """

    protocol: int


class HintCount(Struct):
    given: int
    total: int


class NextHint(Struct):
    """
    The hint to ask for next; none when verified, or when all were given.
    """

    number: int
    total: int


PredictPhase: TypeAlias = Literal["asking", "running", "right", "wrong", "unjudged", "failed"]


class PredictionMove(Struct):
    """
    What the browser tells the kernel about one prediction.
    """

    id: str
    choice: int | None
    failed: bool


class PredictionParams(Struct):
    cwd: str
    notebook: str | None
    name: str
    choice: int | None


class PredictionReply(Struct):
    """
    What became of a `PredictionMove`.
    """

    id: str
    outputs: dict[str, Any] | None
    problem: str | None


class Progress(Struct):
    """
    cargo's count while it builds.
    """

    done: int
    total: int
    crate: str


class Rebound(Struct):
    """
    A name that now points at the new generation.
    """

    name: str
    where: str


class SolutionFile(Struct):
    path: str
    text: str


class SolutionParams(Struct):
    cwd: str
    notebook: str | None
    exercise: str | None
    insist: bool


class SourcePart(Struct):
    """
    Lines of a file that follow one another.
    """

    line: int
    code: str


class SourcePayload(Struct):
    """
    Source of an exercise that a cell of a lesson shows.
    """

    version: Literal[1]
    phase: Literal["shown"]
    exercise: str
    file: str
    path: str
    language: str
    parts: Annotated[list[SourcePart], Meta(min_length=1)]


class SpanLine(Struct):
    """
    One line of source that a span covers.
    """

    text: str
    highlight_start: int
    highlight_end: int


class Stale(Struct):
    """
    Something that still points at an older generation.
    """

    name: str
    where: str
    reason: str


class TaskCancel(Struct):
    id: str


class TestResult(Struct):
    """
    How one test ended.
    """

    name: str
    file: str
    line: int | None
    outcome: Literal["passed", "failed", "skipped"]
    seconds: float
    message: str | None
    details: str | None
    output: str | None
    cause: str | UnsetType | None = UNSET


class Timing(Struct):
    """
    How long one step of a build took. The kernel adds `load` to the steps of the bridge.
    """

    step: Literal["plan", "lock", "maturin", "unpack", "install", "load"]
    seconds: float


class UsedGeneration(Struct):
    """
    A module that a cell used, and that has been built again since.
    """

    module: str
    used: int
    in_use: int = field(name="inUse")


class VerifyEnvironment(Struct, tag_field="kind", tag="environment"):
    checks: list[EnvironmentCheck]


VerifyFailure: TypeAlias = Literal[
    "tests", "collection", "build", "crate", "tool", "limit", "crash", "environment"
]


class VerifyOutcome(Struct):
    """
    How a verification ended.
    """

    status: Literal["verified", "failed", "cancelled"]
    exercise: str
    reason: VerifyFailure | None
    message: str
    passed: int
    failed: int
    seconds: float
    build_seconds: float = field(name="buildSeconds")
    hint: NextHint | None
    solution: bool
    next: str | None
    notes: list[str]


VerifyPhase: TypeAlias = Literal["planning", "building", "testing", "verified", "failed", "cancelled"]


class VerifyPlanned(Struct, tag_field="kind", tag="planned"):
    exercise: str
    title: str
    exercise_kind: ExerciseKind = field(name="exerciseKind")
    notes: list[str]


class VerifyRequest(Struct):
    id: str
    exercise: str | None
    cwd: str
    notebook: str | None
    interpreter: str
    tag: str
    environment: dict[str, str]


class VerifyTestEnded(Struct, tag_field="kind", tag="test"):
    result: TestResult


class VerifyTestStarted(Struct, tag_field="kind", tag="started"):
    test: str


class VerifyTesting(Struct, tag_field="kind", tag="testing"):
    """
    The build is done and the tests begin.
    """

    limit: float


class Welcome(Struct):
    """
    What the bridge answers.
    """

    protocol: int
    version: str
    node: str
    pid: int


class BuildFailed(Struct, tag_field="status", tag="failed"):
    """
    The build did not work out.
    """

    error: FailureReason
    seconds: float
    counts: DiagnosticCounts


class Built(Struct, tag_field="status", tag="built"):
    """
    maturin made a library, and it is in a generation of its own.
    """

    module: str
    generation: int
    directory: str
    library: str
    changed: bool
    profile: str
    features: list[str]
    seconds: float
    timings: list[Timing]
    counts: DiagnosticCounts


class CourseSolution(Struct):
    exercise: str
    files: list[SolutionFile]
    notes: list[str]


class DiagnosticSpan(Struct):
    """
    A place in the source.
    """

    file_name: str
    byte_start: int
    byte_end: int
    line_start: int
    line_end: int
    column_start: int
    column_end: int
    is_primary: bool
    label: str | None
    text: list[SpanLine]
    suggested_replacement: str | None
    suggestion_applicability: Applicability | None


class ExerciseSummary(Struct):
    """
    One exercise as a list or a sidebar shows it.
    """

    id: str
    chapter: str
    title: str
    summary: str
    kind: ExerciseKind
    minutes: float
    concepts: list[str]
    state: ExerciseState
    missing: list[str]
    attempts: int
    hints: HintCount
    directory: str
    notebook: str


GenerationsAnswer: TypeAlias = GenerationsFound | GenerationsFailed


class PredictPayload(Struct):
    """
    The output of a `%%predict` cell.
    """

    version: Literal[1]
    id: str
    phase: PredictPhase
    exercise: str | None
    name: str | None
    question: str
    choices: list[str]
    chosen: int | None
    earlier: int | None
    answer: int | None
    because: str | None
    notes: list[str]


class PredictionNews(Struct):
    """
    What the kernel tells the browser about predictions.
    """

    open: list[str]
    reply: PredictionReply | None


class StaleCell(Struct):
    """
    A cell whose results came from another generation than the one in use.
    """

    id: str
    count: int | None
    modules: list[UsedGeneration]


class StaleCells(Struct):
    """
    All cells whose results came from another generation than the one in use.
    """

    cells: list[StaleCell]


class VerifyFinished(Struct, tag_field="kind", tag="finished"):
    """
    The last event of every verification.
    """

    outcome: VerifyOutcome


BuildOutcome: TypeAlias = Built | BuildFailed | BuildCancelled


class BuildResult(Struct):
    """
    What the kernel did with the library.
    """

    module: str
    generation: int
    seconds: float
    changed: bool
    library: str
    rebound: list[Rebound]
    stale: list[Stale]
    stale_cells: list[StaleCell] | UnsetType = field(name="staleCells", default=UNSET)
    surface: Surface | UnsetType = UNSET


class CourseList(Struct):
    root: str
    exercises: list[ExerciseSummary]
    notes: list[str]


class CourseNext(Struct):
    exercise: ExerciseSummary | None
    message: str
    notes: list[str]


class Diagnostic(Struct):
    """
    A diagnostic as rustc words it.
    """

    message: str
    code: DiagnosticCode | None
    level: Literal["error", "warning", "note", "help", "failure-note", "error: internal compiler error"]
    spans: list[DiagnosticSpan]
    rendered: str | None
    children: list[Diagnostic]


class VerifyPayload(Struct):
    """
    The whole state of a verification's output at one moment; each update replaces the one before.
    """

    version: Literal[1]
    phase: VerifyPhase
    exercise: str
    title: str | None
    kind: ExerciseKind | None
    elapsed: float
    manifest: str | None
    root: str | None
    progress: Progress | None
    waiting: str | None
    diagnostics: list[Diagnostic]
    counts: DiagnosticCounts
    notes: list[str]
    environment: list[EnvironmentCheck]
    tests: list[TestResult]
    running: str | None
    outcome: VerifyOutcome | None


class BuildDiagnostic(Struct, tag_field="kind", tag="diagnostic"):
    diagnostic: Diagnostic


class BuildFinished(Struct, tag_field="kind", tag="finished"):
    """
    The last event of every build.
    """

    outcome: BuildOutcome


class BuildPayload(Struct):
    """
    The whole state of a build's output at one moment; each update replaces the one before.
    """

    version: Literal[1]
    phase: BuildPhase
    crate: str
    profile: str
    features: list[str]
    elapsed: float
    manifest: str | None
    root: str | None
    progress: Progress | None
    waiting: str | None
    diagnostics: list[Diagnostic]
    counts: DiagnosticCounts
    notes: list[str]
    result: BuildResult | None
    error: BuildError | None
    previous: int | None
    timings: list[Timing]
    log: str
    unloaded: Literal["built", "installed"] | UnsetType = UNSET


BuildEvent: TypeAlias = (
    BuildPlanned
    | BuildWaiting
    | BuildStarted
    | BuildProgress
    | BuildDiagnostic
    | BuildLog
    | BuildNote
    | BuildFinished
)


class BuildEventParams(Struct):
    id: str
    event: BuildEvent


class VerifyBuild(Struct, tag_field="kind", tag="build"):
    """
    An event of the build that the verification begins with.
    """

    event: BuildEvent


VerifyEvent: TypeAlias = (
    VerifyPlanned
    | VerifyEnvironment
    | VerifyBuild
    | VerifyTesting
    | VerifyTestStarted
    | VerifyTestEnded
    | VerifyFinished
)


class VerifyEventParams(Struct):
    id: str
    event: VerifyEvent
