/** Turns what a tool said when it failed into one message: what was being done, what was found, what to do. */

/** A failure whose message is written for the user already. */
export class SetUpError extends Error {}

/**
 * The failures that have nothing to do with the project, in the words of the tools. The first row that matches counts.
 *
 * @type {{name: string, pattern: RegExp, found: string, advice: string}[]}
 */
export const FAILURES = [
  {
    name: 'full disk',
    pattern: /No space left on device|ENOSPC|Disk quota exceeded/,
    found: 'a disk is full',
    advice:
      'Free about 3 GB on the disks of this folder, of your home folder (the caches of uv, npm and cargo) and of the temporary files'
  },
  {
    name: 'not writable',
    pattern: /Permission denied|Read-only file system|\b(?:EACCES|EPERM|EROFS)\b/,
    found: 'a file or folder cannot be written',
    advice:
      'Make this folder and the caches in your home folder (.cache, .npm, .cargo) your own and writable; an earlier run with sudo may have made some of it root’s'
  },
  {
    name: 'untrusted certificate',
    pattern:
      /CERTIFICATE_VERIFY_FAILED|certificate verify failed|invalid peer certificate|SELF_SIGNED_CERT|UNABLE_TO_[A-Z_]*CERT|SSL certificate (?:problem|verification)|unable to get local issuer certificate/,
    found:
      'the network answers with a certificate that is not trusted here, as the proxies of some companies do',
    advice:
      'Name the file with your company’s certificates in SSL_CERT_FILE, PIP_CERT, NODE_EXTRA_CA_CERTS and CARGO_HTTP_CAINFO'
  },
  {
    name: 'no network',
    pattern:
      /NewConnectionError|ConnectTimeoutError|Read timed out|ProxyError|dns error|tcp connect error|operation timed out|\b(?:EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH)\b|Could not resolve host|Could not connect to server|Timeout was reached|network timeout at/,
    found: 'the network cannot be reached',
    advice: 'Check the connection, and HTTPS_PROXY if you need a proxy'
  },
  {
    name: 'no linker',
    pattern: /linker `.*` not found|linking with `.*` failed/,
    found: 'Rust has no C compiler to link with, or one that does not work',
    advice:
      'Install one (Debian and Ubuntu: apt install build-essential; macOS: xcode-select --install)'
  },
  {
    name: 'no toolchain',
    pattern: /rustup could not choose a version/,
    found: 'rustup is here, but no Rust toolchain',
    advice: 'Install one with `rustup default stable`'
  },
  {
    name: 'port taken',
    pattern: /The port \d+ is already in use\.|Permission to listen on port \d+ denied/,
    found: 'another program uses the port, or only root may',
    advice: 'Name another port, or leave out --port to let JupyterLab find a free one'
  }
];

/** Lines that say nothing about a failure: npm's requests and its stack traces. */
const NOISE =
  /^npm (?:http|notice|warn (?!tar)|error\s+at |error A complete log)|^(?:npm error)?\s*$/;
/** Enough to see what a known failure is about: the line that it is known by, and some before and after. */
const AROUND = { before: 3, after: 5 };
/** Enough to find the reason of an unknown one, a compiler's for instance. */
const LINES_IF_UNKNOWN = 60;
const LONGEST_LINE = 300;

/** @returns {typeof FAILURES[number] | undefined} the row for what a tool wrote */
export function recognise(output) {
  return FAILURES.find(({ pattern }) => pattern.test(output));
}

/**
 * @param {string} doing what was being done: `making .venv`
 * @param {Error & {output?: string}} error
 * @param {string} [otherwise] what to do when the failure is none of the known ones
 * @returns {{lines: string[], sentence: string}} the tool's own last lines, and what to tell the user
 */
export function explain(doing, error, otherwise) {
  if (error instanceof SetUpError) return { lines: [], sentence: error.message };
  const output = error.output ?? '';
  const failure = recognise(`${output}\n${error.message}`);
  const lines = linesThatTell(output, failure);
  const found = failure?.found ?? error.message;
  const advice = failure?.advice ?? otherwise;
  const then = advice ? ` ${advice}, then run \`${again()}\` again.` : '';
  return { lines, sentence: `${doing[0].toUpperCase()}${doing.slice(1)}: ${found}.${then}` };
}

/** @returns {string[]} */
function linesThatTell(output, failure) {
  // Attempts that are repeated differ in a number or an address only.
  const distinct = new Map();
  for (const line of output.split(/[\r\n]+/)) {
    if (NOISE.test(line)) continue;
    distinct.set(line.replace(/0x[\da-f]+|\d+/g, '#'), line.trimEnd().slice(0, LONGEST_LINE));
  }
  const lines = [...distinct.values()];
  const at = failure ? lines.findIndex(line => failure.pattern.test(line)) : -1;
  if (at < 0) return lines.slice(-LINES_IF_UNKNOWN);
  return lines.slice(Math.max(0, at - AROUND.before), at + AROUND.after);
}

/** The command that the user gave and can give again: `npm start` or `npm test`. */
export function again() {
  return `npm ${process.env.npm_lifecycle_event ?? 'start'}`;
}
