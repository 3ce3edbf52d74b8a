import { execa } from 'execa';

/** What the check needs to know of the Python it runs the course with. */
export interface Interpreter {
  executable: string;
  /** `sys.implementation.cache_tag`. */
  tag: string;
  /** The names of the standard library's modules. */
  standard: Set<string>;
  /** The names that installed distributions can be imported by. */
  installed: Set<string>;
}

const QUESTION = `
import importlib.metadata, json, sys
print(json.dumps({
    "tag": sys.implementation.cache_tag,
    "standard": sorted(sys.stdlib_module_names),
    "installed": sorted(importlib.metadata.packages_distributions()),
}))
`;

/** Asks the Python at `executable` about itself. */
export async function askInterpreter(executable: string): Promise<Interpreter> {
  const { stdout } = await execa(executable, ['-c', QUESTION]);
  const answer = JSON.parse(stdout) as {
    tag: string;
    standard: string[];
    installed: string[];
  };
  return {
    executable,
    tag: answer.tag,
    standard: new Set(answer.standard),
    installed: new Set(answer.installed)
  };
}
