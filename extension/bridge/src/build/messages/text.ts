import { stripVTControlCharacters } from 'node:util';

/** Text without colours and cursor movements. */
export function plainText(text: string): string {
  return stripVTControlCharacters(text);
}
