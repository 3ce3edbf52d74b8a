/** Says what is wrong with an answer to a bad input; a good one is a result or one sentence, and nothing else happens. */

/** What only a fault of ours prints: stack traces of Node and Python, and the bundle's own code. */
const TRACES = [
  /^\s+at .*(?:\(|:\d+:\d+)/m,
  /Traceback \(most recent call last\)/,
  /node:internal/,
  /bridge\.mjs:\d/
];

/* eslint-disable no-control-regex -- these are what it looks for */
/** A colour, which is meant. */
const COLOUR = /\u001b\[[\d;:]*m/g;

/** What a terminal obeys. */
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
/* eslint-enable no-control-regex */

/** Characters of an answer that somebody would still read. */
const READABLE = 20_000;

/** Seconds. */
const AT_ONCE = 2;

/**
 * @param {import('./answer.mjs').Answer} answer
 * @param {{silent?: boolean}} expected `silent`: there is nothing to say
 * @returns {string[]} what is wrong
 */
export function judge({ text, ended, seconds, foreign = 0 }, { silent = false } = {}) {
  const faults = [];
  if (ended === 'hangs') faults.push('hangs');
  else if (typeof ended === 'string') faults.push(`died of ${ended}`);
  else if (ended > 2) faults.push(`exit code ${ended}`);
  for (const trace of TRACES) if (trace.test(text)) faults.push('shows a stack trace');
  const obeyed = OBEYED.exec(text.replace(COLOUR, ''));
  if (obeyed) faults.push(`prints ${JSON.stringify(obeyed[0])} as it is`);
  if (text.length > READABLE) faults.push(`prints ${text.length} characters`);
  if (text.trim() === '' && !silent) faults.push('says nothing');
  if (seconds - foreign > AT_ONCE) faults.push(`took ${(seconds - foreign).toFixed(1)} s`);
  return [...new Set(faults)];
}
