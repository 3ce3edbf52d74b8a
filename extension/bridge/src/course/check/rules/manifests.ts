import { readFileSync } from 'node:fs';
import path from 'node:path';

import { idsBelow, MANIFEST, type Course } from '../../exercises/course.js';
import { readManifest } from '../../exercises/manifest.js';
import type { Problem } from '../report.js';

/** Reports what is wrong in the exercises' manifests, whether or not learners could use them. */
export function checkManifests(course: Course): Problem[] {
  const exercises = path.join(course.root, 'exercises');
  return idsBelow(exercises).flatMap(id => {
    const text = readFileSync(path.join(exercises, id, MANIFEST), 'utf8');
    return readManifest(text).problems.map(problem => ({ where: id, text: problem }));
  });
}
