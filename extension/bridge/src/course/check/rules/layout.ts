import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'smol-toml';

import { idsBelow, type Course, type Exercise } from '../../exercises/course.js';
import { filesBelow } from '../../exercises/exerciseFiles.js';
import { KINDS } from '../../exercises/kinds.js';
import type { Problem } from '../report.js';

/** Reports folders that look like exercises but have no manifest, and notebooks that have no exercise. */
export function checkStrays({ root }: Course): Problem[] {
  const problems: Problem[] = [];
  const exercises = path.join(root, 'exercises');
  const notebooks = path.join(root, 'notebooks');
  const known = new Set(idsBelow(exercises));
  for (const chapter of chapters(exercises)) {
    for (const entry of readdirSync(path.join(exercises, chapter), { withFileTypes: true })) {
      const id = `${chapter}/${entry.name}`;
      const isStray = entry.isDirectory() && !known.has(id);
      if (isStray && filesBelow(path.join(exercises, id)).length > 0) {
        problems.push({ where: id, text: 'exercise.toml is missing.' });
      }
    }
  }
  for (const chapter of chapters(notebooks)) {
    for (const file of readdirSync(path.join(notebooks, chapter))) {
      if (file.endsWith('.ipynb') && !known.has(`${chapter}/${file.slice(0, -'.ipynb'.length)}`)) {
        const text = 'there is no exercise of this name.';
        problems.push({ where: `notebooks/${chapter}/${file}`, text });
      }
    }
  }
  return problems;
}

/** Reports what is missing among an exercise's files, and what does not agree with its manifest. */
export function checkLayout(exercise: Exercise): Problem[] {
  const { id, manifest, directory, notebook } = exercise;
  const files = filesBelow(directory);
  const mutants = new Set(
    files.filter(file => file.startsWith('mutants/')).map(file => file.split('/')[1]!)
  );
  const texts = [
    ...['tests', 'solution']
      .filter(folder => !files.some(file => file.startsWith(`${folder}/`)))
      .map(folder => `${folder}/ is missing or empty.`),
    ...(existsSync(notebook) ? [] : [`the notebook notebooks/${id}.ipynb is missing.`]),
    ...Object.keys(manifest.mutants)
      .filter(name => !mutants.delete(name))
      .map(
        name => `exercise.toml names a mutant ${name}, but mutants/${name}/ is missing or empty.`
      ),
    ...[...mutants].map(name => `mutants/${name}/ is not named in exercise.toml.`),
    ...(KINDS[manifest.kind].isCrate ? crateProblems(exercise, files) : [])
  ];
  return texts.map(text => ({ where: id, text }));
}

function crateProblems({ directory, manifest }: Exercise, files: string[]): string[] {
  if (!files.includes('Cargo.toml')) return ['Cargo.toml is missing.'];
  if (!KINDS[manifest.kind].isExtension) return [];
  const cargo = parse(readFileSync(path.join(directory, 'Cargo.toml'), 'utf8')) as {
    lib?: { 'crate-type'?: string[] };
  };
  const isCdylib = cargo.lib?.['crate-type']?.includes('cdylib') ?? false;
  // A solution with a Cargo.toml of its own means that the learner is to mend this one.
  const isToBeMended = files.includes('solution/Cargo.toml');
  return [
    ...(isCdylib || isToBeMended ? [] : ['Cargo.toml: [lib] crate-type must hold "cdylib".']),
    ...(files.includes('pyproject.toml') ? [] : ['pyproject.toml is missing.'])
  ];
}

function chapters(parent: string): string[] {
  return readdirSync(parent, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && /^0\d_/.test(entry.name))
    .map(entry => entry.name);
}
