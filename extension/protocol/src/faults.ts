import { IN_WORDS } from './patterns.js';

/** Tells whether a value has the shape of `T`; after a `false`, `errors` says why. Made by ajv. */
export type Validator<T> = ((value: unknown) => value is T) & { errors?: Fault[] | null };

/** The part of ajv's error objects that is read here. */
interface Fault {
  instancePath: string;
  keyword: string;
  message?: string;
  params: Record<string, unknown>;
}

const TYPES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null'
};

/**
 * Returns what was wrong with the value that `validator` refused last: for each fault the place in it, with dots, and
 * what was expected there. `stub.stops_at is missing`, `minutes must be above 0`.
 */
export function faults(validator: Validator<unknown>): string[] {
  return [...new Set((validator.errors ?? []).map(faultText))];
}

function faultText({ instancePath, keyword, message, params }: Fault): string {
  const place = instancePath
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
  const inside = (key: unknown): string => (place === '' ? String(key) : `${place}.${String(key)}`);
  const it = place === '' ? 'it' : place;
  switch (keyword) {
    case 'required':
      return `${inside(params['missingProperty'])} is missing`;
    case 'additionalProperties':
      return `${inside(params['additionalProperty'])} is not a known key`;
    case 'type': {
      const types = [params['type']].flat().map(type => TYPES[String(type)] ?? String(type));
      return `${it} must be ${types.join(' or ')}`;
    }
    case 'enum':
      return `${it} must be one of ${(params['allowedValues'] as unknown[]).join(', ')}`;
    case 'const':
      return `${it} must be ${JSON.stringify(params['allowedValue'])}`;
    case 'discriminator':
      return `${inside(params['tag'])} is ${JSON.stringify(params['tagValue'])}, which is not known here`;
    case 'pattern':
      return `${it} must be ${IN_WORDS[String(params['pattern'])] ?? message}`;
    case 'minItems':
      return `${it} must have at least ${String(params['limit'])} items`;
    case 'maxItems':
      return `${it} must have at most ${String(params['limit'])} items`;
    case 'exclusiveMinimum':
      return `${it} must be above ${String(params['limit'])}`;
    default:
      return `${it} ${message}`;
  }
}
