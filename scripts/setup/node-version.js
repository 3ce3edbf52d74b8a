/* global require */
/**
 * Stops with one sentence under a Node that is too old for the other scripts, which it could not even read.
 *
 * `node -r` loads it before them. It is therefore written in the JavaScript of a Node of any age.
 */
var needed = require('../../package.json').engines.node; // '>=20.19'
var least = /(\d+)\.(\d+)/.exec(needed);
var own = /(\d+)\.(\d+)/.exec(process.version);
var isOld = +own[1] < +least[1] || (own[1] === least[1] && +own[2] < +least[2]);

if (isOld) {
  process.stderr.write(
    'Looking for Node ' +
      least[0] +
      ' or newer: ' +
      process.execPath +
      ' is ' +
      process.version +
      '. Install a newer one (https://nodejs.org), then run `npm ' +
      (process.env.npm_lifecycle_event || 'start') +
      '` again.\n'
  );
  process.exit(1);
}
