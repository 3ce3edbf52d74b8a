import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'smol-toml';

import { idsBelow, type Course, type Exercise } from '../discover.js';
import { filesBelow } from '../files.js';
import { readManifest } from '../manifest.js';
import type { Problem } from './problem.js';

/** Says what is wrong with the exercises' manifests, whether or not they can be read. */
export function checkManifests(course: Course): Problem[] {
  const exercises = path.join(course.root, 'exercises');
  return idsBelow(exercises).flatMap(id => {
    const file = path.join(exercises, id, 'exercise.toml');
    return readManifest(readFileSync(file, 'utf8')).problems.map(text => ({
      where: id,
      text
    }));
  });
}

/** Says which folders look like exercises and are none, and which notebooks have no exercise. */
export function checkStrays(course: Course): Problem[] {
  const problems: Problem[] = [];
  const known = new Set(idsBelow(path.join(course.root, 'exercises')));
  for (const chapter of chapters(path.join(course.root, 'exercises'))) {
    const folder = path.join(course.root, 'exercises', chapter);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const id = `${chapter}/${entry.name}`;
      if (
        entry.isDirectory() &&
        !known.has(id) &&
        filesBelow(path.join(folder, entry.name)).length > 0
      ) {
        problems.push({ where: id, text: 'there is no exercise.toml.' });
      }
    }
  }
  for (const chapter of chapters(path.join(course.root, 'notebooks'))) {
    for (const file of readdirSync(path.join(course.root, 'notebooks', chapter))) {
      const id = `${chapter}/${file.replace(/\.ipynb$/, '')}`;
      if (file.endsWith('.ipynb') && !known.has(id)) {
        problems.push({
          where: `notebooks/${chapter}/${file}`,
          text: 'there is no exercise of this name.'
        });
      }
    }
  }
  return problems;
}

/** Says what is missing or odd among an exercise's files. */
export function checkLayout(exercise: Exercise): Problem[] {
  const { id, manifest, directory } = exercise;
  const problems: Problem[] = [];
  const say = (text: string): number => problems.push({ where: id, text });
  const files = filesBelow(directory);
  if (!files.some(file => file.startsWith('tests/'))) {
    say('tests/ is missing or empty.');
  }
  if (!files.some(file => file.startsWith('solution/'))) {
    say('solution/ is missing or empty.');
  }
  if (!existsSync(exercise.notebook)) {
    say(`the notebook notebooks/${id}.ipynb is missing.`);
  }
  const mutants = new Set(
    files.filter(file => file.startsWith('mutants/')).map(file => file.split('/')[1]!)
  );
  for (const { name } of manifest.mutants) {
    if (!mutants.delete(name)) {
      say(`exercise.toml names a mutant ${name}, and mutants/${name}/ is missing or empty.`);
    }
  }
  for (const name of mutants) {
    say(`mutants/${name}/ is not named in exercise.toml.`);
  }
  if (manifest.kind !== 'python') {
    if (!existsSync(path.join(directory, 'Cargo.toml'))) {
      say('Cargo.toml is missing.');
    } else if (manifest.kind === 'extension') {
      const cargo = parse(readFileSync(path.join(directory, 'Cargo.toml'), 'utf8')) as {
        lib?: { 'crate-type'?: string[] };
      };
      const solved = files.includes('solution/Cargo.toml');
      if (!cargo.lib?.['crate-type']?.includes('cdylib') && !solved) {
        say('Cargo.toml: [lib] crate-type must hold "cdylib".');
      }
      if (!files.includes('pyproject.toml')) say('pyproject.toml is missing.');
    }
  }
  return problems;
}

function chapters(parent: string): string[] {
  return readdirSync(parent, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && /^0\d_/.test(entry.name))
    .map(entry => entry.name);
}
