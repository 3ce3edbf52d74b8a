/** The pictures of a build cell: while it builds, when it worked, when the compiler refused. */
import { fileURLToPath } from 'node:url';

import { manifest } from '../lab/manifest.js';
import { expect, test } from '../lab/test.js';

const image = (name: string): string =>
  fileURLToPath(new URL(`../../docs/images/${name}.png`, import.meta.url));

const source = (answer: string): string => `use pyo3::prelude::*;

#[pymodule]
mod primes {
    use super::*;

    /// Return the n-th prime number; nth_prime(1) is 2.
    #[pyfunction]
    fn nth_prime(py: Python<'_>, n: usize) -> u64 {
        ${answer}
    }
}

fn search(n: usize) -> u64 {
    let is_prime = |c: &u64| (2..*c).all(|divisor| c % divisor != 0);
    (2..).filter(is_prime).nth(n - 1).unwrap()
}
`;

for (const theme of ['light', 'dark'] as const) {
  test(`a build cell, ${theme}`, async ({ notebook, page }) => {
    await page.setViewportSize({ width: 900, height: 620 });
    notebook.write('tour/primes/Cargo.toml', manifest('primes'));
    notebook.write('tour/primes/src/lib.rs', source('py.detach(|| search(n))'));
    await notebook.create('tour/tour.ipynb', [
      '%load_ext jupyterlab_maturin',
      '%build_extension primes',
      'from primes import nth_prime\n\nstart = 1_000\nprint(nth_prime(start))'
    ]);
    await notebook.useTheme(theme);
    await page.evaluate(async () => {
      await window.jupyterapp.commands.execute('application:toggle-left-area');
    });
    const panel = page.locator('.jp-NotebookPanel');
    for (const index of [0, 1, 2]) await notebook.run(index);
    await expect(notebook.output(2)).toHaveText('7919');
    notebook.write('tour/primes/src/lib.rs', source('py.detach(|| search(n + 1))'));
    await notebook.run(1);
    await expect(notebook.output(1)).toContainText('nth_prime');
    await panel.screenshot({
      path: image(`build-done-${theme}`)
    });

    notebook.write('tour/primes/src/lib.rs', source('py.detach(|| search(n)).to_string()'));
    await notebook.run(1);
    await expect(notebook.output(1)).toContainText('error');
    await panel.screenshot({ path: image(`build-failed-${theme}`) });
  });
}
