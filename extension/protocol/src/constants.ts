/** The JSON-RPC methods and error codes, the MIME types, and the versions of everything that is written down. */

/** The kernel and the bridge refuse to talk when these differ. */
export const PROTOCOL_VERSION = 5;

/** Request. Params: `Hello`. Answer: `Welcome`. */
export const HELLO = 'hello';

/** Request, a task. Params: `BuildRequest`. Events: `BuildEvent`. Answer: `BuildOutcome`, after the last event. */
export const BUILD = 'build';
/** Request, a task. Params: `VerifyRequest`. Events: `VerifyEvent`. Answer: `VerifyOutcome`, after the last event. */
export const VERIFY = 'verify';
/** Notification from the bridge, about any task. Params: the task's id and one of its events. */
export const TASK_EVENT = 'task/event';
/** Notification to the bridge. Params: `TaskCancel`. The task's own request then answers `cancelled`. */
export const TASK_CANCEL = 'task/cancel';

/** Request. Params: `GenerationsRequest`. Answer: `GenerationsAnswer`. */
export const GENERATIONS = 'generations';

/** Request. Params: `CourseParams`. Answer: `CourseList`. */
export const COURSE_LIST = 'course/list';
/** Request. Params: `CourseParams`. Answer: `CourseNext`. */
export const COURSE_NEXT = 'course/next';
/** Request. Params: `ExerciseParams`. Answer: `CourseHint`. */
export const COURSE_HINT = 'course/hint';
/** Request. Params: `SolutionParams`. Answer: `CourseSolution`. */
export const COURSE_SOLUTION = 'course/solution';
/** Request. Params: `ExerciseParams`. Answer: `CourseReset`. */
export const COURSE_RESET = 'course/reset';
/** Request. Params: `ExerciseParams`. Answer: `CourseNext`. */
export const COURSE_SKIP = 'course/skip';
/** Request. Params: `PredictionParams`. Answer: `CoursePrediction`. */
export const COURSE_PREDICT = 'course/predict';

/** The JSON-RPC error code for bad input or a rule of the course, with one sentence for the learner. */
export const COURSE_ERROR = -32050;

/**
 * A regular expression for the names of variables by which a Jupyter server, a hub and a gateway let programs in. No
 * build script and no test gets to see them.
 */
export const SERVER_VARIABLES =
  '^(?:JPY_|JUPYTERHUB_|JUPYTER_GATEWAY_|CONFIGPROXY_AUTH_TOKEN$|JUPYTER_(?:.*_)?(?:TOKEN|PASSWORD|SECRET)(?:_|$))';

/** The MIME type of a build's output. */
export const BUILD_MIME = 'application/vnd.jupyterlab-maturin.build.v1+json';
/** The MIME type of a verification's output. */
export const VERIFY_MIME = 'application/vnd.jupyterlab-maturin.verify.v1+json';
/** The MIME type of source that a lesson shows. */
export const SOURCE_MIME = 'application/vnd.jupyterlab-maturin.source.v1+json';

/** The MIME type of the question of a `%%predict` cell. */
export const PREDICT_MIME = 'application/vnd.jupyterlab-maturin.predict.v1+json';

/**
 * The target of the comm between kernel and browser about predictions. Data from the kernel: `PredictionNews`. Data from
 * the browser: `PredictionMove`, or anything else to hear once more which questions are open.
 */
export const PREDICTIONS_TARGET = 'jupyterlab-maturin.predictions';

/**
 * The target of the comm between kernel and browser about cells. Data from the kernel: `StaleCells`, whenever it changes.
 * Whatever the browser sends asks for it once more.
 */
export const STALE_CELLS_TARGET = 'jupyterlab-maturin.stale-cells';

/** Outputs of another version are shown by the `text/html` or `text/markdown` beside them. */
export const BUILD_PAYLOAD_VERSION = 1;
export const VERIFY_PAYLOAD_VERSION = 1;
export const SOURCE_PAYLOAD_VERSION = 1;
export const PREDICT_PAYLOAD_VERSION = 1;

/** The version of the lines in `progress.jsonl`. Newer lines are read as far as they can be. */
export const PROGRESS_VERSION = 1;
/** The version of `plan.json`, and of the manifest in each generation. */
export const RECORD_VERSION = 1;
