import { execa } from 'execa';

/** What the check needs to know of the Python that it runs the course with. */
export interface Python {
  /** `sys.implementation.cache_tag`. */
  tag: string;
  /** The names of the standard library's modules. */
  standard: Set<string>;
  /** The names by which installed distributions are imported. */
  installed: Set<string>;
}

const DESCRIBE = `
import importlib.metadata, json, sys
print(json.dumps([
    sys.implementation.cache_tag,
    sorted(sys.stdlib_module_names),
    sorted(importlib.metadata.packages_distributions()),
]))
`;

/** Runs the Python at `executable` and returns what it says of itself. */
export async function describePython(executable: string): Promise<Python> {
  const { stdout } = await execa(executable, ['-c', DESCRIBE]);
  const [tag, standard, installed] = JSON.parse(stdout) as [string, string[], string[]];
  return { tag, standard: new Set(standard), installed: new Set(installed) };
}
