/** What a kernel or a terminal asks of the bridge. */
export interface BuildRequest {
  /** Chosen by the caller; unique within one bridge. */
  id: string;
  /** A directory or a manifest, absolute or relative to `cwd`; `null` when the user named none. */
  crate: string | null;
  /** Absolute. */
  cwd: string;
  /** Absolute path of the notebook, when the session tells it. */
  notebook: string | null;
  /** Absolute path of the Python to build for. */
  interpreter: string;
  /** `sys.implementation.cache_tag` of that Python, `cpython-313` for instance (with `t` for free-threaded builds). */
  tag: string;
  profile: string;
  features: string[];
  defaultFeatures: boolean;
  /** Run maturin even where a recorded plan would do, and make a new generation even if nothing changed. */
  force: boolean;
  /** Also run `maturin develop`, for those who want the module in their environment. */
  install: boolean;
  /** The caller's environment, whole: cargo and build scripts see this and nothing else. */
  environment: Record<string, string>;
}
