/** The patterns that the schemas ask texts to match, and how a reader would put them. */

export const TEXT = '\\S';
export const ERROR_CODE = '^E\\d{4}$';

export const IN_WORDS: Record<string, string> = {
  [TEXT]: 'a text that is not empty',
  [ERROR_CODE]: 'an error code of rustc, such as "E0277"'
};
