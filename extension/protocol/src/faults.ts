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

/**
 * Returns what was wrong with the value that `validator` refused last: for each fault the place in it, with dots, and
 * what was expected there. `stub.stops_at is missing`, `minutes must be > 0`.
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
  switch (keyword) {
    case 'required':
      return `${inside(params['missingProperty'])} is missing`;
    case 'additionalProperties':
      return `${inside(params['additionalProperty'])} is not a known key`;
    case 'enum':
      return `${place} must be one of ${(params['allowedValues'] as unknown[]).join(', ')}`;
    case 'const':
      return `${place} must be ${JSON.stringify(params['allowedValue'])}`;
    case 'discriminator':
      return `${inside(params['tag'])} is ${JSON.stringify(params['tagValue'])}, which is not known here`;
    case 'type': {
      const type = String(params['type']);
      return `${place === '' ? 'it' : place} must be ${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
    }
    case 'minItems':
    case 'maxItems': {
      const limit = Number(params['limit']);
      const bound = keyword === 'minItems' ? 'at least' : 'at most';
      return `${place} must have ${bound} ${limit} ${limit === 1 ? 'item' : 'items'}`;
    }
    case 'pattern':
      return `${place} must be ${IN_WORDS[String(params['pattern'])] ?? message}`;
    default:
      return `${place === '' ? 'it' : place} ${message}`;
  }
}
