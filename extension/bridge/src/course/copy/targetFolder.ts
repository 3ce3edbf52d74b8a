import { lstatSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';

import { isFolder } from '../../foreign/folders.js';
import { whyNotWritten } from '../../foreign/systemError.js';
import { visibleLine } from '../../foreign/visible.js';
import { CourseError } from '../error.js';
import { SHIPPED } from '../exercises/course.js';

/** Where a fresh course goes. */
export interface TargetFolder {
  /** Absolute, links followed. */
  root: string;
  /** Whether it is there, and empty. */
  exists: boolean;
}

/**
 * Looks at the folder that was typed for a fresh course.
 *
 * @throws CourseError when it is not empty, not a folder, or nothing to write a course to
 */
export function targetFolder(typed: string): TargetFolder {
  const unusable = (reason: string): CourseError =>
    new CourseError(
      `A course is not written to ${visibleLine(path.resolve(typed))}, because ${reason}.`
    );
  const refused = (found: string, remedy = 'name another folder'): CourseError =>
    unusable(`${found}: ${remedy}`);
  if (typed === '') throw refused('no folder was named', 'name one that does not exist yet');
  if (/\p{Cc}/u.test(typed)) {
    throw refused('its name has a line break or another control character in it');
  }
  const place = path.resolve(typed);
  let found;
  try {
    found = lstatSync(place, { throwIfNoEntry: false });
  } catch (error) {
    throw unusable(whyNotWritten(error));
  }
  if (found === undefined) return { root: place, exists: false };
  if (!isFolder(place)) {
    throw refused(
      found.isSymbolicLink()
        ? `it is a link to ${readlinkSync(place)}, where there is no folder`
        : 'there is something of that name that is not a folder'
    );
  }
  // People keep a course on another disk with a link to an empty folder there.
  const root = realpathSync(place);
  let entries: string[];
  try {
    entries = readdirSync(root);
  } catch (error) {
    throw unusable(whyNotWritten(error));
  }
  if (entries.length === 0) return { root, exists: true };
  throw isFolder(path.join(root, SHIPPED))
    ? refused(
        'there is one already',
        `\`jupyterlab-maturin course --update ${typed}\` brings it up to date`
      )
    : refused('the folder is not empty', 'name another one');
}
