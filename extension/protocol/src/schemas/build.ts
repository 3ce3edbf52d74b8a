import Type from 'typebox';
import { BUILD_PAYLOAD_VERSION } from '../constants.js';
import { StaleCell } from './cells.js';
import { Diagnostic } from './diagnostic.js';
import { nullable, optional, tagged } from './notation.js';

/** What a kernel or a terminal asks the bridge to build. */
export const BuildRequest = Type.Object({
  id: Type.String({ description: 'Chosen by the caller; unique within one bridge.' }),
  crate: nullable(
    Type.String({
      description:
        'A directory or a manifest, absolute or relative to `cwd`. `null` when the user named none.'
    })
  ),
  cwd: Type.String({ description: 'Absolute.' }),
  notebook: nullable(
    Type.String({ description: 'Absolute path of the notebook, when it is known.' })
  ),
  interpreter: Type.String({ description: 'Absolute path of the Python to build for.' }),
  tag: Type.String({
    description:
      'The cache tag of that Python: `cpython-313`, or `cpython-313t` for a free-threaded build.'
  }),
  profile: Type.String(),
  features: Type.Array(Type.String()),
  defaultFeatures: Type.Boolean(),
  force: Type.Boolean({
    description:
      'Run maturin even where a recorded plan would do, and make a new generation even if nothing changed.'
  }),
  install: Type.Boolean({ description: 'Also run `maturin develop`.' }),
  environment: Type.Record(Type.String(), Type.String(), {
    description:
      "The caller's whole environment: cargo and build scripts see this and nothing else."
  })
});

export const Timing = Type.Object(
  {
    step: Type.Enum(['plan', 'lock', 'maturin', 'unpack', 'install', 'load']),
    seconds: Type.Number()
  },
  {
    description:
      'How long one step of a build took. The kernel adds `load` to the steps of the bridge.'
  }
);

export const DiagnosticCounts = Type.Object(
  {
    errors: Type.Integer(),
    warnings: Type.Integer(),
    omitted: Type.Integer({ description: 'How many diagnostics were too many to be sent.' })
  },
  { description: 'How many diagnostics rustc gave.' }
);

export const FailureKind = Type.Enum(['crate', 'tool', 'build'], {
  description:
    'Who has to act. `crate`: what was asked for is not there, or cannot be built as it is. `tool`: cargo, rustc, ' +
    'maturin or the interpreter is missing or unfit. `build`: the compiler or the linker reported an error.'
});

export const FailureReason = Type.Object({
  kind: FailureKind,
  message: Type.String({
    description: 'One sentence: what was being done, what was found, what to do.'
  })
});

export const BuildFailed = Type.Object(
  {
    status: Type.Literal('failed'),
    error: FailureReason,
    seconds: Type.Number(),
    counts: DiagnosticCounts
  },
  { description: 'The build did not work out.' }
);

export const BuildCancelled = Type.Object(
  { status: Type.Literal('cancelled'), seconds: Type.Number() },
  { description: 'The build was cancelled, and its whole process group is gone.' }
);

export const Built = Type.Object(
  {
    status: Type.Literal('built'),
    module: Type.String({ description: 'The name that Python imports.' }),
    generation: Type.Integer({
      description: 'Counts from 1 for each module, interpreter and target directory.'
    }),
    directory: Type.String({
      description: 'Absolute path of the generation: the directory to put on `sys.path`.'
    }),
    library: Type.String({ description: 'Absolute path of the native library inside it.' }),
    changed: Type.Boolean({
      description:
        'False when the newest generation already held exactly these files, and is handed out again.'
    }),
    profile: Type.String(),
    features: Type.Array(Type.String()),
    seconds: Type.Number({ description: 'From the request to this answer.' }),
    timings: Type.Array(Timing),
    counts: DiagnosticCounts
  },
  { description: 'maturin made a library, and it is in a generation of its own.' }
);

export const BuildOutcome = tagged('status', [Built, BuildFailed, BuildCancelled]);

export const BuildPlanned = Type.Object(
  {
    kind: Type.Literal('planned'),
    crate: Type.String({ description: "The Cargo package's name." }),
    manifest: Type.String({ description: "Absolute path of the package's Cargo.toml." }),
    root: Type.String({
      description: 'Absolute directory that relative file names in diagnostics start from.'
    }),
    profile: Type.String(),
    features: Type.Array(Type.String()),
    target: Type.String({ description: "Absolute path of cargo's target directory." }),
    module: Type.Optional(
      Type.String({ description: 'The top-level name by which Python will import it.' })
    ),
    distribution: Type.Optional(
      Type.String({ description: 'The name under which pip and `importlib.metadata` know it.' })
    ),
    project: Type.Optional(
      Type.String({
        description:
          'Absolute directory that maturin runs in: where pyproject.toml is, if there is one.'
      })
    ),
    notes: Type.Array(Type.String(), {
      description: "Sentences for the user: what the crate's own settings cost, for instance."
    })
  },
  { description: 'The crate is known and the build is about to run.' }
);

export const BuildWaiting = Type.Object(
  { kind: Type.Literal('waiting'), reason: Type.String() },
  {
    description:
      'Another build holds the lock of the same target directory; this one goes on when that ends.'
  }
);

export const BuildStarted = Type.Object(
  { kind: Type.Literal('building') },
  { description: 'maturin has the lock and runs.' }
);

export const BuildProgress = Type.Object(
  {
    kind: Type.Literal('progress'),
    done: Type.Integer(),
    total: Type.Integer(),
    crate: Type.String({
      description: 'The crates that are being compiled now, as cargo names them.'
    })
  },
  { description: "cargo's own count of finished units." }
);

export const BuildDiagnostic = Type.Object({
  kind: Type.Literal('diagnostic'),
  diagnostic: Diagnostic
});

export const BuildLog = Type.Object(
  { kind: Type.Literal('log'), text: Type.String() },
  { description: 'Lines of the raw log, without colours.' }
);

export const BuildNote = Type.Object(
  { kind: Type.Literal('note'), text: Type.String() },
  { description: 'A sentence for the user about something that the build met on its way.' }
);

export const BuildFinished = Type.Object(
  { kind: Type.Literal('finished'), outcome: BuildOutcome },
  { description: 'The last event of every build.' }
);

/** What happens during one build, in order; `jupyterlab-maturin build --json` prints one a line. */
export const BuildEvent = tagged('kind', [
  BuildPlanned,
  BuildWaiting,
  BuildStarted,
  BuildProgress,
  BuildDiagnostic,
  BuildLog,
  BuildNote,
  BuildFinished
]);

export const Progress = Type.Object(
  { done: Type.Integer(), total: Type.Integer(), crate: Type.String() },
  { description: "cargo's count while it builds." }
);

/** What the outputs of everything that compiles a crate have in common. */
export const COMPILATION = {
  elapsed: Type.Number({
    description: 'Seconds from running the cell to the moment this payload was made.'
  }),
  manifest: nullable(Type.String({ description: 'Absolute path of Cargo.toml, once known.' })),
  root: nullable(
    Type.String({
      description:
        'Absolute directory that relative file names in diagnostics start from, once known.'
    })
  ),
  progress: nullable(Progress),
  waiting: nullable(
    Type.String({
      description: 'Why the build has not begun, while another one holds the target directory.'
    })
  ),
  diagnostics: Type.Array(Diagnostic, {
    description: 'As rustc reported them, bounded in number and size.'
  }),
  counts: DiagnosticCounts,
  notes: Type.Array(Type.String())
};

export const Rebound = Type.Object(
  {
    name: Type.String({ description: 'As the user would write it: `nth_prime`.' }),
    where: Type.String({ description: "`this notebook`, or the module's name." })
  },
  { description: 'A name that now points at the new generation.' }
);

export const Stale = Type.Object(
  {
    name: Type.String({ description: 'As the user would write it: `cache["f"]`.' }),
    where: Type.String(),
    reason: Type.String({
      description: 'Why it could not follow, and what to do about it. One sentence.'
    })
  },
  { description: 'Something that still points at an older generation.' }
);

export const SurfaceChange = Type.Object(
  {
    added: Type.Array(Type.String({ description: '`area(w, h)`' })),
    changed: Type.Array(Type.String({ description: '`nth(n) → nth(n, start=0)`' })),
    removed: Type.Array(Type.String({ description: '`LIMIT`' })),
    omitted: Type.Integer({ description: 'How many more there are.' })
  },
  {
    description:
      'What appeared, changed and vanished of what a module offers: functions with their signatures, classes with their ' +
      'methods and attributes, constants.'
  }
);

export const BuildResult = Type.Object(
  {
    module: Type.String(),
    generation: Type.Integer(),
    seconds: Type.Number({ description: 'From running the cell to the swapped module.' }),
    changed: Type.Boolean({
      description: 'False when the kernel already had exactly this build loaded.'
    }),
    library: Type.String(),
    rebound: Type.Array(Rebound),
    stale: Type.Array(Stale),
    staleCells: optional(
      Type.Array(StaleCell, {
        description: 'The cells that had run with another generation when this one was loaded.'
      })
    ),
    /** Left out for the first build that the kernel loads, and when nothing of it changed. */
    surface: optional(SurfaceChange)
  },
  { description: 'What the kernel did with the library.' }
);

export const BuildPhase = Type.Enum([
  'planning',
  'building',
  'loading',
  'done',
  'failed',
  'cancelled'
]);

export const BuildError = Type.Object({
  kind: Type.Enum(['crate', 'tool', 'build', 'reload', 'bridge'], {
    description:
      'As `FailureKind`; or `reload`: it compiled but would not import; or `bridge`: the bridge itself failed.'
  }),
  message: Type.String({ description: 'One sentence.' })
});

export const BuildPayload = Type.Object(
  {
    version: Type.Literal(BUILD_PAYLOAD_VERSION),
    phase: BuildPhase,
    crate: Type.String({
      description: "The Cargo package's name; until that is known, what the user typed."
    }),
    profile: Type.String(),
    features: Type.Array(Type.String()),
    ...COMPILATION,
    result: nullable(BuildResult),
    error: nullable(BuildError),
    previous: nullable(
      Type.Integer({
        description:
          'The generation that stays in use when this build fails; 0 for a module that was installed.'
      })
    ),
    unloaded: Type.Optional(
      Type.Enum(['built', 'installed'], {
        description: 'What a build did that failed after that, when its module was to be loaded.'
      })
    ),
    timings: Type.Array(Timing),
    log: Type.String({
      description: 'The end of the raw log, without colours, at most 64 KiB.'
    })
  },
  {
    description:
      "The whole state of a build's output at one moment; each update replaces the one before."
  }
);
