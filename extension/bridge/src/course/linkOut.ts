import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';

import { isFolder } from '../foreign/folders.js';
import { CourseError } from './error.js';

/**
 * Looks for a link on the way from a course's folder to `place` that leads out of the course. Nothing of a course is
 * read or written through one: a course comes from others, and the link would choose which of your files it means.
 *
 * A link above the course, or the course's folder itself, may be one: that is how people put a course on another disk.
 *
 * @param place absolute, below `root`; it need not exist
 * @returns `exercises/a/b/src is a link to /etc, which is outside the course`, or `null`
 */
export function linkOut(root: string, place: string): string | null {
  if (!isFolder(root)) return null; // nothing is there to be opened
  const top = realpathSync(root);
  let here = top;
  for (const part of path.relative(root, place).split(path.sep)) {
    if (part === '..') return `${place} is outside the course in ${root}`;
    here = path.join(here, part);
    if (!isLink(here)) continue;
    const link = path.relative(top, here);
    const target = targetOf(here);
    if (target === null) {
      const named = path.resolve(path.dirname(here), readlinkSync(here));
      return `${link} is a link to ${named}, which is not there`;
    }
    if (target !== top && !target.startsWith(top + path.sep)) {
      return `${link} is a link to ${target}, which is outside the course`;
    }
    here = target;
  }
  return null;
}

/**
 * Refuses what {@link linkOut} finds.
 *
 * @param doing begins the sentence: `Resetting 01_intro/03_functions`
 * @throws CourseError that names the link and where it leads
 */
export function refuseLinkOut(root: string, place: string, doing: string): void {
  const found = linkOut(root, place);
  if (found === null) return;
  throw new CourseError(
    `${doing} was refused, and nothing was changed: ${found}; put a file or folder of the course's own in the place of the link.`
  );
}

function isLink(place: string): boolean {
  try {
    return lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  } catch {
    return false; // what cannot be looked at cannot be opened either, and that has its own sentence
  }
}

/** Returns the real path that a link leads to; `null` when there is nothing, or only links in a circle. */
function targetOf(link: string): string | null {
  try {
    return realpathSync(link);
  } catch {
    return null;
  }
}
