import { listed } from '../../suggestions.js';
import { BuildFailure } from '../buildFailure.js';
import type { CrateSource } from '../crate/source.js';
import { stringAt } from '../crate/toml.js';
import type { CargoPackage } from '@jupyterlab-maturin/protocol';

/** Major and minor number. The tag of a request says no more. */
type Version = [major: number, minor: number];

/** Returns the version that a tag stands for (`cpython-311`, `cpython-313t`), `null` for another Python's. */
export function versionOf(tag: string): Version | null {
  const found = /^cpython-(\d)(\d+)t?$/.exec(tag);
  return found ? [Number(found[1]), Number(found[2])] : null;
}

/**
 * Refuses a crate that has PyO3 use the stable ABI of a newer Python (its feature `abi3-py313`). It would compile, and
 * loading it would fail with the name of a function that this Python does not have.
 *
 * @param features those that are asked for
 * @throws BuildFailure (`crate`) that names the feature
 */
export function refuseNewerAbi(
  found: CargoPackage,
  tag: string,
  features: string[],
  defaultFeatures: boolean
): void {
  const python = versionOf(tag);
  if (python === null) return;
  const enabled = new Set(
    found.dependencies.flatMap(one => (one.name === 'pyo3' ? one.features : []))
  );
  const asked = new Set([...(defaultFeatures ? ['default'] : []), ...features]);
  // A set goes on to what is added to it meanwhile.
  for (const feature of asked) {
    // A dependency's feature, or one that has the name of what every object has, is none of the crate's own.
    const implied = Object.hasOwn(found.features, feature) ? found.features[feature]! : [];
    implied.forEach(one => asked.add(one));
    const own = /^pyo3\??\/(.+)$/.exec(feature)?.[1];
    if (own !== undefined) enabled.add(own);
  }
  const newer = [...enabled].filter(feature => {
    const [, major, minor] = /^abi3t?-py(\d)(\d+)$/.exec(feature) ?? [];
    return minor !== undefined && isOlder(python, [Number(major), Number(minor)]);
  });
  if (newer.length === 0) return;
  const [, major, minor] = /(\d)(\d+)$/.exec(newer[0]!)!;
  throw new BuildFailure(
    'crate',
    `${found.name} uses PyO3 with ${listed(newer)}, which needs Python ${major}.${minor} or newer, and this is Python ${python.join('.')}: ` +
      `choose \`abi3-py${python.join('')}\` or older in ${found.manifest_path}, or use a kernel with a newer Python.`
  );
}

/** Returns a sentence when `requires-python` leaves out the Python that is built for. */
export function requiresPythonNote({ pyproject }: CrateSource, tag: string): string[] {
  const python = versionOf(tag);
  const required = stringAt(pyproject?.table ?? null, 'project', 'requires-python');
  if (
    python === null ||
    required === null ||
    required.split(',').every(one => allows(one, python))
  ) {
    return [];
  }
  return [
    `\`requires-python = "${required}"\` (${pyproject!.file}) leaves out this Python ${python.join('.')}: the build works here, and pip would refuse to install it`
  ];
}

/**
 * Whether a clause such as `>=3.12`, `<4` or `!=3.9.*` (PEP 440) leaves room for some release of this minor version. What
 * is not understood does.
 */
function allows(clause: string, [major, minor]: Version): boolean {
  const found = /^\s*(~=|==|!=|<=|>=|<|>)\s*(\d+)(?:\.(\d+|\*))?(\.[\w.*]+)?\s*$/.exec(clause);
  if (!found) return true;
  const [, operator, first, second, patch] = found;
  const whole = second === undefined || second === '*';
  const wanted: Version = [Number(first), whole ? 0 : Number(second)];
  const same = major === wanted[0] && (whole && second === '*' ? true : minor === wanted[1]);
  const older = isOlder([major, minor], wanted);
  switch (operator) {
    case '>=':
      return !older;
    case '>':
      // `>3.12` leaves out 3.12.0 only, in packaging's reading.
      return !older;
    case '<=':
      return older || same;
    case '<':
      return older || (same && patch !== undefined && /[1-9]/.test(patch));
    case '~=':
      return !older && (patch === undefined ? major === wanted[0] : same);
    case '==':
      return same;
    default:
      return !(same && (second === '*' || patch === '.*'));
  }
}

function isOlder([major, minor]: Version, [wantedMajor, wantedMinor]: Version): boolean {
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}
