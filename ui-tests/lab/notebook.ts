/** A notebook open in JupyterLab, as the tests drive it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Locator, Page } from '@playwright/test';

import type { Lab } from './server.js';

/** What the tests use of the application that `--expose-app-in-browser` puts on `window`. */
interface ExposedApp {
  commands: {
    execute(id: string, args?: object): Promise<unknown>;
    isEnabled(id: string): boolean;
  };
  serviceManager: { sessions: { shutdownAll(): Promise<void> } };
  shell: {
    currentWidget: {
      content: {
        activeCellIndex: number;
        widgets: {
          model: {
            id: string;
            setMetadata(key: string, value: unknown): void;
            sharedModel: {
              getSource(): string;
              setSource(text: string): void;
              /** Of code cells only. */
              getOutputs?(): { data?: Record<string, unknown> }[];
              /** Of code cells only; `null` until the cell has run. */
              execution_count?: number | null;
            };
          };
        }[];
        scrollToItem(index: number): Promise<void>;
      };
      context: {
        ready: Promise<void>;
        save(): Promise<void>;
        model: { dirty: boolean; metadata: Record<string, unknown> };
      };
      sessionContext: {
        ready: Promise<void>;
        session: {
          kernel: {
            status: string;
            info: Promise<{ language_info: unknown }>;
            interrupt(): Promise<void>;
          } | null;
        } | null;
      };
    };
  };
}

declare global {
  interface Window {
    jupyterapp: ExposedApp;
  }
}

export class Notebook {
  constructor(
    readonly page: Page,
    readonly lab: Lab
  ) {}

  /** Writes a notebook of these code cells into the server's root and opens it. */
  async create(file: string, cells: string[]): Promise<void> {
    const absolute = path.join(this.lab.root, file);
    mkdirSync(path.dirname(absolute), { recursive: true });
    writeFileSync(
      absolute,
      JSON.stringify({
        nbformat: 4,
        nbformat_minor: 5,
        metadata: {
          kernelspec: {
            name: 'python3',
            display_name: 'Python 3',
            language: 'python'
          }
        },
        cells: cells.map((source, index) => ({
          cell_type: 'code',
          id: `cell-${index}`,
          metadata: {},
          execution_count: null,
          outputs: [],
          source
        }))
      })
    );
    await this.open(file);
  }

  /** Opens a notebook of the server's root and waits for its kernel. */
  async open(file: string): Promise<void> {
    await this.page.goto(`${this.lab.address}lab/tree/${file}?token=${this.lab.token}&reset`);
    await this.page.locator('.jp-NotebookPanel .jp-Notebook .jp-Cell').first().waitFor();
    await this.page.evaluate(async () => {
      const panel = window.jupyterapp.shell.currentWidget;
      await panel.context.ready;
      await panel.sessionContext.ready;
    });
    await this.page.waitForFunction(
      () => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'
    );
  }

  /** Changes JupyterLab's theme, and resolves when it is shown. */
  async useTheme(theme: 'light' | 'dark'): Promise<void> {
    await this.page.evaluate(
      async name => {
        await window.jupyterapp.commands.execute('apputils:change-theme', { theme: name });
      },
      theme === 'dark' ? 'JupyterLab Dark' : 'JupyterLab Light'
    );
    await this.page
      .locator(`body[data-jp-theme-light="${theme === 'light' ? 'true' : 'false'}"]`)
      .waitFor({ state: 'attached' });
  }

  /** The index of the first cell whose source matches. */
  async find(pattern: RegExp): Promise<number> {
    const index = await this.page.evaluate(
      wanted =>
        window.jupyterapp.shell.currentWidget.content.widgets.findIndex(cell =>
          new RegExp(wanted, 'm').test(cell.model.sharedModel.getSource())
        ),
      pattern.source
    );
    if (index < 0) throw new Error(`No cell matches ${pattern}.`);
    return index;
  }

  /** Makes a cell the active one and brings it into view. */
  async select(index: number): Promise<void> {
    await this.page.evaluate(async at => {
      const { content } = window.jupyterapp.shell.currentWidget;
      content.activeCellIndex = at;
      await content.scrollToItem(at);
    }, index);
  }

  /** Starts a cell and does not wait for its end. */
  async start(index: number): Promise<void> {
    await this.select(index);
    await this.page.evaluate(() => void window.jupyterapp.commands.execute('notebook:run-cell'));
  }

  /** Runs a cell and resolves when the kernel has answered. */
  async run(index: number): Promise<void> {
    await this.select(index);
    await this.page.evaluate(async () => {
      await window.jupyterapp.commands.execute('notebook:run-cell');
    });
  }

  /** Runs every cell; resolves when the last one has, or when one has failed. */
  async runAll(): Promise<void> {
    await this.page.evaluate(async () => {
      await window.jupyterapp.commands.execute('notebook:run-all-cells');
    });
  }

  /** Runs every cell, and resolves when each has its outputs. */
  async runToTheEnd(): Promise<void> {
    await this.runAll();
    await this.page.waitForFunction(() =>
      window.jupyterapp.shell.currentWidget.content.widgets.every(
        cell => cell.model.sharedModel.execution_count !== null
      )
    );
    await this.idle();
  }

  async setSource(index: number, source: string): Promise<void> {
    await this.page.evaluate(
      ([at, text]) =>
        window.jupyterapp.shell.currentWidget.content.widgets[at]!.model.sharedModel.setSource(
          text
        ),
      [index, source] as const
    );
  }

  /** The indices of the cells that have put out something of this MIME type. */
  async cellsWithOutput(mime: string): Promise<number[]> {
    return this.page.evaluate(
      wanted =>
        window.jupyterapp.shell.currentWidget.content.widgets.flatMap((cell, index) =>
          (cell.model.sharedModel.getOutputs?.() ?? []).some(
            output => output.data !== undefined && wanted in output.data
          )
            ? [index]
            : []
        ),
      mime
    );
  }

  /** The indices of the Markdown cells with a Mermaid diagram. */
  async cellsWithDiagrams(): Promise<number[]> {
    return this.page.evaluate(() =>
      window.jupyterapp.shell.currentWidget.content.widgets.flatMap((cell, index) =>
        cell.model.sharedModel.getSource().includes('```mermaid') ? [index] : []
      )
    );
  }

  /** The index of the last cell. */
  async last(): Promise<number> {
    return this.page.evaluate(
      () => window.jupyterapp.shell.currentWidget.content.widgets.length - 1
    );
  }

  /** Turns a cell into a code cell. */
  async asCode(index: number): Promise<void> {
    await this.select(index);
    await this.page.evaluate(async () => {
      await window.jupyterapp.commands.execute('notebook:change-cell-to-code');
    });
  }

  async interrupt(): Promise<void> {
    await this.page.evaluate(async () => {
      await window.jupyterapp.shell.currentWidget.sessionContext.session!.kernel!.interrupt();
    });
  }

  /** Resolves when the kernel has nothing to do. */
  async idle(): Promise<void> {
    await this.page.waitForFunction(
      () => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'
    );
  }

  cell(index: number): Locator {
    return this.page.locator(`.jp-Notebook .jp-Cell[data-windowed-list-index="${index}"]`);
  }

  /** Everything a cell has put out. */
  output(index: number): Locator {
    return this.cell(index).locator('.jp-Cell-outputArea');
  }

  /** Reads a file under the server's root. */
  read(file: string): string {
    return readFileSync(path.join(this.lab.root, file), 'utf8');
  }

  /** Writes a file under the server's root. */
  write(file: string, text: string): void {
    const absolute = path.join(this.lab.root, file);
    mkdirSync(path.dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
  }

  async shutDown(): Promise<void> {
    if (!this.page.isClosed() && this.page.url().startsWith('http')) {
      await this.page.evaluate(() => window.jupyterapp?.serviceManager.sessions.shutdownAll());
    }
  }
}
