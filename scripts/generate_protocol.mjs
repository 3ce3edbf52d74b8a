/**
 * `npm run protocol`: writes what follows from the schemas in `extension/protocol/src/schemas`:
 *
 * - `generated/types.ts`: a TypeScript type for each, and a validator for those that cross a border into TypeScript;
 * - `generated/validate_*.ts`: those validators, compiled by ajv, so that no schema is compiled at run time;
 * - `jupyterlab_maturin/protocol.py`: msgspec structs, made by datamodel-code-generator, which validate in C.
 *
 * `npm run protocol -- --check` writes nothing and fails when one of these files is not what it would write.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { format, resolveConfig } from 'prettier';

import { BIN, KERNEL, ROOT } from './setup/places.mjs';

const PROTOCOL = path.join(ROOT, 'extension/protocol');
const NOTICE = 'Made by `npm run protocol` from extension/protocol/src/schemas; edit those.';

/** What TypeScript is handed from outside: by a kernel, by a saved notebook, by cargo, or by a file. */
const VALIDATED = [
  'Hello',
  'TaskCancel',
  'BuildRequest',
  'GenerationsRequest',
  'VerifyRequest',
  'CourseParams',
  'ExerciseParams',
  'SolutionParams',
  'PredictionParams',
  'BuildPayload',
  'VerifyPayload',
  'SourcePayload',
  'PredictPayload',
  'PredictionNews',
  'StaleCells',
  'RecordedProgress',
  'CourseFiles',
  'GenerationManifest',
  'RecordedPlan',
  'CargoMetadata',
  'CompilerMessage',
  'CompilerArtifact',
  'BuildScriptExecuted',
  'PytestReport',
  'PytestFailure',
  'PytestSkip'
];

/** The same for what people write by hand: all that is wrong is said at once. */
const VALIDATED_THOROUGHLY = ['ExerciseManifest'];

/** What Python is handed by the bridge, and what it hands over. Everything that these refer to comes along. */
const IN_PYTHON = [
  'Hello',
  'Welcome',
  'TaskCancel',
  'BuildRequest',
  'BuildOutcome',
  'BuildEventParams',
  'BuildPayload',
  'GenerationsRequest',
  'GenerationsAnswer',
  'VerifyRequest',
  'VerifyOutcome',
  'VerifyEventParams',
  'VerifyPayload',
  'SourcePayload',
  'StaleCells',
  'CourseParams',
  'ExerciseParams',
  'SolutionParams',
  'CourseList',
  'CourseNext',
  'CourseHint',
  'CourseSolution',
  'CourseReset',
  'PredictionParams',
  'CoursePrediction',
  'PredictPayload',
  'PredictionMove',
  'PredictionNews'
];

/** The schemas as one JSON Schema document: each under its own name, and referred to by it wherever it is used. */
function definitions(schemas) {
  const names = new Map(Object.entries(schemas).map(([name, schema]) => [schema, name]));
  const plain = (node, top) => {
    if (Array.isArray(node)) return node.map(item => plain(item, false));
    if (typeof node !== 'object' || node === null) return node;
    if (!top && names.has(node)) return { $ref: `#/$defs/${names.get(node)}` };
    const [one, other] = node.anyOf ?? [];
    if (other?.type === 'null' && typeof one.type === 'string' && !names.has(one)) {
      const { type, ...rest } = plain(one, false);
      return { ...rest, type: [type, 'null'] };
    }
    const entries = Object.entries(node).map(([key, value]) => [
      // A union that names its tag is checked by that tag alone, which is quicker and says more when it fails.
      key === 'anyOf' && 'discriminator' in node ? 'oneOf' : key,
      plain(value, false)
    ]);
    return Object.fromEntries(entries);
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, plain(schema, true)])
  );
}

function typesSource(names) {
  const validator = from => name =>
    `export const is${name} = ${from}.${name} as unknown as Validator<${name}>;`;
  const validators = [
    ...VALIDATED.map(validator('messages')),
    ...VALIDATED_THOROUGHLY.map(validator('files'))
  ];
  return `// ${NOTICE}
import type { Static } from 'typebox';
import type { Validator } from '../faults.js';
import type * as schemas from '../schemas/index.js';
import * as files from './validate_files.js';
import * as messages from './validate_messages.js';

${names.map(name => `export type ${name} = Static<typeof schemas.${name}>;`).join('\n')}

${validators.join('\n')}
`;
}

/** @param {boolean} thorough whether a validator goes on after the first fault, as the author of a file wants it to */
function validatorsSource($defs, names, thorough) {
  const ajv = new Ajv({
    allErrors: thorough,
    discriminator: true,
    allowUnionTypes: true,
    // A function for each schema instead of a copy of it in every place that refers to it.
    inlineRefs: false,
    code: { source: true, esm: true, lines: true }
  });
  ajv.addSchema({ $id: 'protocol', $defs: described($defs, () => false) });
  const functions = Object.fromEntries(names.map(name => [name, `protocol#/$defs/${name}`]));
  return `// @ts-nocheck
// ${NOTICE}
${standaloneCode(ajv, functions).replace('"use strict";', '')}
`;
}

/** `$defs` as far as the names in `roots` lead. */
function reachable($defs, roots) {
  const found = new Set();
  const walk = name => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, next] of JSON.stringify($defs[name]).matchAll(/"#\/\$defs\/(\w+)"/g)) walk(next);
  };
  roots.forEach(walk);
  return Object.fromEntries(Object.entries($defs).filter(([name]) => found.has(name)));
}

/** The same with only those descriptions whose owner `wanted` accepts. */
function described(node, wanted) {
  if (Array.isArray(node) || typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).filter(
    ([key, value]) => key !== 'description' || typeof value !== 'string' || wanted(node)
  );
  return Object.fromEntries(entries.map(([key, value]) => [key, described(value, wanted)]));
}

function pythonSource($defs, constants) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'jupyterlab-maturin-protocol-'));
  try {
    const input = path.join(scratch, 'protocol.json');
    const output = path.join(scratch, 'protocol.py');
    const used = reachable($defs, IN_PYTHON);
    // A class gets its docstring. As annotations of fields, descriptions would hide the types.
    const classes = new Set(Object.values(used).filter(({ type }) => type === 'object'));
    const document = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $defs: described(used, node => classes.has(node))
    };
    writeFileSync(input, JSON.stringify(document));
    run(path.join(BIN, 'datamodel-codegen'), [
      ...['--input', input, '--input-file-type', 'jsonschema', '--output', output],
      ...['--output-model-type', 'msgspec.Struct', '--target-python-version', '3.11'],
      ...['--snake-case-field', '--use-union-operator', '--use-standard-collections'],
      ...[
        '--use-schema-description',
        '--use-inline-field-description',
        '--enum-field-as-literal',
        'all'
      ],
      ...['--formatters', 'builtin', '--disable-timestamp']
    ]);
    const [, ...lines] = readFileSync(output, 'utf8').split(
      '\nfrom __future__ import annotations\n'
    );
    // `Final` lets a type checker see that a version fits the literal in its payload.
    const values = Object.entries(constants).map(
      ([name, value]) => `${name}: Final = ${JSON.stringify(value)}`
    );
    const body = lines.join('').replace(/\nModel: TypeAlias = Any\n/, `\n${values.join('\n')}\n`);
    writeFileSync(
      output,
      `"""Every message that the kernel and the bridge exchange. ${NOTICE}"""\n\nfrom __future__ import annotations\n\nfrom typing import Final\n${body}`
    );
    const config = ['--config', path.join(ROOT, 'pyproject.toml')];
    run(path.join(BIN, 'ruff'), ['check', '--quiet', '--fix', ...config, output]);
    run(path.join(BIN, 'ruff'), ['format', '--quiet', ...config, output]);
    return readFileSync(output, 'utf8');
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Compiles the schemas. What was generated before may not fit them any more, and is about to be made anew. */
function compile() {
  const { stdout } = spawnSync(path.join(ROOT, 'node_modules/.bin/tsc'), ['-b', PROTOCOL], {
    encoding: 'utf8'
  });
  const errors = stdout.split('\n').filter(line => /error TS/.test(line));
  const own = errors.filter(line => !line.includes('src/generated/'));
  if (own.length > 0) throw new Error(`The schemas do not compile:\n${own.join('\n')}`);
}

function run(command, args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`${path.basename(command)} failed: ${error?.message ?? `${stdout}${stderr}`}`);
  }
}

async function formatted(file, text) {
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}

compile();
const schemas = await import(path.join(PROTOCOL, 'lib/schemas/index.js'));
const constants = await import(path.join(PROTOCOL, 'lib/constants.js'));
const $defs = definitions(schemas);
const generated = path.join(PROTOCOL, 'src/generated');
const types = path.join(generated, 'types.ts');
const files = new Map([
  [types, typesSource(Object.keys($defs))],
  [path.join(generated, 'validate_messages.ts'), validatorsSource($defs, VALIDATED, false)],
  [path.join(generated, 'validate_files.ts'), validatorsSource($defs, VALIDATED_THOROUGHLY, true)]
]);
files.set(types, await formatted(types, files.get(types)));
files.set(path.join(KERNEL, 'protocol.py'), pythonSource($defs, constants));

const old = [...files].filter(
  ([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text
);
if (process.argv.includes('--check')) {
  for (const [file] of old) {
    process.stderr.write(
      `${path.relative(ROOT, file)} does not fit the schemas any more: run \`npm run protocol\` and commit what it writes.\n`
    );
  }
  process.exitCode = old.length > 0 ? 1 : 0;
} else {
  mkdirSync(generated, { recursive: true });
  for (const [file, text] of old) {
    writeFileSync(file, text);
    process.stdout.write(`wrote ${path.relative(ROOT, file)}\n`);
  }
}
