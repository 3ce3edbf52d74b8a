import { SERVER_VARIABLES } from '@jupyterlab-maturin/protocol';

const BELONGS_TO_SERVER = new RegExp(SERVER_VARIABLES);

/**
 * Returns an environment without the variables with which a Jupyter server and a hub let programs in. Whoever has such a
 * token can run anything as the user on that server; no build script and no test needs one. The user's other variables
 * stay: cargo and build scripts may need any of them, `CARGO_REGISTRIES_…_TOKEN` for instance.
 */
export function withoutServerVariables(
  environment: Record<string, string>
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !BELONGS_TO_SERVER.test(name))
  );
}
