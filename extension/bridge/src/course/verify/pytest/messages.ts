import { panicMessage } from '../panicMessage.js';

/**
 * Returns what a learner reads first about an exception, from its text as pytest gives it: `AssertionError: …`,
 * `Failed: …`, `pyo3_runtime.PanicException: …`. Of an assertion, it is the assertion's own message, without the values
 * that pytest adds.
 *
 * @param module what Python imports, `null` when nothing is built
 */
export function failureMessage(crash: string, module: string | null): string {
  const text = crash.trim();
  const assertion = /^AssertionError:? ?([\s\S]*)$/.exec(text);
  if (assertion) return withoutIntrospection(assertion[1] ?? '') || text;
  const notRaised = /^Failed: DID NOT RAISE (.+)$/.exec(text);
  if (notRaised) {
    const names = (notRaised[1] ?? '').replace(/<class '(?:builtins\.)?([\w.]+)'>/g, '$1');
    return `${names} should be raised here, but nothing was raised.`;
  }
  if (text.startsWith('Failed: ')) return text.slice('Failed: '.length);
  const panic = /(?:^|\.)PanicException: ([\s\S]*)$/.exec(text);
  if (panic) return panicMessage(panic[1] ?? '');
  return importMessage(text, module) ?? text;
}

/** Returns one sentence about a test file that could not be loaded, from what pytest says. */
export function collectionMessage(longrepr: string, module: string | null): string {
  const lines = longrepr
    .split('\n')
    .filter(line => line.startsWith('E '))
    .map(line => line.slice(1).trim());
  const error = lines.at(-1) ?? longrepr.trim().split('\n').at(-1) ?? '';
  const syntax = /^(SyntaxError|IndentationError|TabError): (.*)$/.exec(error);
  if (syntax) {
    const place = lines
      .map(line => /^File "(.+)", line (\d+)/.exec(line))
      .findLast(found => found !== null);
    const where = place ? `${place[1]!.split('/').at(-1)}, line ${place[2]}` : 'a Python file';
    return `Python cannot read ${where}: ${syntax[2]}.`;
  }
  const panic = /PanicException: ([\s\S]*)$/.exec(error);
  if (panic) return panicMessage(panic[1] ?? '');
  return importMessage(error, module) ?? `The tests could not be loaded: ${withStop(error)}`;
}

/** Returns one sentence about an import that failed; `null` when the text is about something else. */
function importMessage(text: string, module: string | null): string | null {
  const [first = ''] = text.split('\n');
  const absent = /^ModuleNotFoundError: No module named '([^']+)'/.exec(first);
  if (absent) {
    return absent[1] === module
      ? `Python found no module ${absent[1]} in what was built: the library, the #[pymodule] and the import must have the same name.`
      : `Python found no module named ${absent[1]}: it is not installed where the tests run.`;
  }
  const init =
    /^ImportError: dynamic module does not define module export function \((PyInit_(\w+))\)/.exec(
      first
    );
  if (init) {
    return `${init[2]} was built, but Python found no ${init[1]} in it: the #[pymodule] must be called ${init[2]} too.`;
  }
  const name = /^ImportError: cannot import name '([^']+)' from '([^']+)'/.exec(first);
  if (name) {
    return `The module ${name[2]} has no ${name[1]}: it is not written yet, or the #[pymodule] does not export it.`;
  }
  return null;
}

/** Cuts off what pytest adds to an assertion's message: it begins with a line `assert …`. */
function withoutIntrospection(text: string): string {
  const lines = text.split('\n');
  const stop = lines.findIndex(line => /^assert\b/.test(line));
  return lines
    .slice(0, stop === -1 ? lines.length : stop)
    .map((line, index) => (index === 0 ? line : line.replace(/^ {2}/, '')))
    .join('\n')
    .trim();
}

function withStop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
