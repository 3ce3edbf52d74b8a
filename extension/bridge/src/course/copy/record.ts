import path from 'node:path';

import { faults, isCourseFiles } from '@jupyterlab-maturin/protocol';

import { isFolder } from '../../foreign/folders.js';
import { readForeignFile, readForeignText, UnreadableFile } from '../../foreign/readFile.js';
import { tellable } from '../../foreign/sentence.js';
import { CourseError } from '../error.js';
import { RECORDS, SHIPPED } from '../exercises/course.js';
import { FILE_LIMIT, filesBelow } from '../exercises/exerciseFiles.js';
import { isThere } from '../exercises/moveFile.js';
import { linkOut, refuseLinkOut } from '../linkOut.js';
import { digest, RECORD } from './contents.js';

/** What a course was made with, as far as that is known. */
export interface Originals {
  /** Path, relative to the course, to digest. */
  digests: Map<string, string>;
  /** Whether something stands in the record's place that cannot be read as one. */
  isBroken: boolean;
  /** Sentences for the learner. */
  notes: string[];
}

/**
 * Returns which files the course at `root` was made with. Without that, nobody could tell the learner's files from
 * shipped ones. When the record cannot be read, the shipped exercises in `.course/` still say it of the exercises; of
 * other files nothing is known then, and what differs counts as the learner's.
 *
 * @throws CourseError when there is no course, or its record is a link that leads out of it
 */
export function readOriginals(root: string): Originals {
  if (!isFolder(path.join(root, SHIPPED)) && !isThere(path.join(root, RECORD))) {
    throw new CourseError(
      `There is no course in ${root} to update, that is, no folder ${RECORDS} with what was shipped: ` +
        'make a course with `jupyterlab-maturin course DIR`. What you have of an older one can be copied into it, progress.jsonl included.'
    );
  }
  const doing = `Updating the course in ${root}`;
  refuseLinkOut(root, path.join(root, RECORD), doing);
  refuseLinkOut(root, path.join(root, SHIPPED), doing);
  const record = readRecord(path.join(root, RECORD));
  if (typeof record !== 'string') return { digests: record, isBroken: false, notes: [] };
  return {
    digests: shippedDigests(root),
    isBroken: isThere(path.join(root, RECORD)),
    notes: [
      tellable(
        `${RECORD} could not be read (${record}) and was written anew: files outside of exercises/ that differ from the shipped ones count as changed by you.`
      )
    ]
  };
}

/** Returns the digests, or why they cannot be read. */
function readRecord(file: string): Map<string, string> | string {
  try {
    const record: unknown = JSON.parse(readForeignText(file));
    if (isCourseFiles(record)) return new Map(Object.entries(record));
    return faults(isCourseFiles)[0] ?? 'it is not a list of files';
  } catch (error) {
    if (error instanceof UnreadableFile) return `it ${error.reason}`;
    if (error instanceof SyntaxError) return 'it is not JSON';
    throw error;
  }
}

function shippedDigests(root: string): Map<string, string> {
  const digests = new Map<string, string>();
  for (const file of filesBelow(path.join(root, SHIPPED))) {
    const found = digestAt(root, `${RECORDS}/exercises/${file}`);
    if (typeof found === 'string') digests.set(`exercises/${file}`, found);
  }
  return digests;
}

/**
 * Returns the digest of a file of the course.
 *
 * @returns `null` when nothing is there; `undefined` when what is there is no file, or cannot be read
 */
export function digestAt(root: string, file: string): string | null | undefined {
  const place = path.join(root, file);
  if (!isThere(place)) return null;
  if (linkOut(root, place) !== null) return undefined;
  try {
    return digest(readForeignFile(place, FILE_LIMIT));
  } catch (error) {
    if (error instanceof UnreadableFile) return undefined;
    throw error;
  }
}
