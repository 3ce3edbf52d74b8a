/** Saved outputs, which a notebook brings along. They are tried by the page's own tests, whose claims are the rows. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ROOT } from '../../setup/places.mjs';
import { npmTool } from '../../test/runners/npm-tool.mjs';
import { answer } from '../answer.mjs';

const TESTS = 'extension/lab/test/saved-outputs.test.ts';

export default {
  title: 'Saved outputs in the page',
  command: `the claims of ${TESTS}, which are tested`,

  async tried() {
    const folder = mkdtempSync(path.join(tmpdir(), 'bad-input-page-'));
    const report = path.join(folder, 'report.json');
    const command = [
      ...npmTool('vitest', 'run'),
      TESTS,
      '--reporter=json',
      `--outputFile=${report}`
    ];
    try {
      await answer(command, { cwd: ROOT });
      const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
      return testResults
        .flatMap(({ assertionResults }) => assertionResults)
        .map(({ ancestorTitles, title, status, duration }) => ({
          input: [...ancestorTitles, title].join(' '),
          said: { text: 'as it says', ended: 0, seconds: (duration ?? 0) / 1000 },
          faults: status === 'passed' ? [] : [`the test ${status}`]
        }));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
};
