import type { IRenderMime } from '@jupyterlab/rendermime';
import { renderMarkdown, renderText } from '@jupyterlab/rendermime';
import { explanationMarkdown } from './diagnostics.js';

/** Fills elements with text that carries its own style; whatever stands in them is replaced. */
export interface TextRenderers {
  /** Text with ANSI colours. Never read as HTML. */
  ansi: (host: HTMLElement, source: string) => void;
  /** rustc's explanation of an error code. */
  explanation: (host: HTMLElement, source: string) => void;
}

/** JupyterLab's own renderers of terminal text and Markdown, with its sanitizer. */
export function textRenderers(options: IRenderMime.IRendererOptions): TextRenderers {
  const { sanitizer } = options;
  return {
    ansi(host, source) {
      host.replaceChildren();
      void renderText({ host, sanitizer, source });
    },
    explanation(host, source) {
      host.replaceChildren();
      void renderMarkdown({
        host,
        source: explanationMarkdown(source),
        trusted: false,
        sanitizer,
        resolver: null,
        linkHandler: null,
        shouldTypeset: false,
        latexTypesetter: null,
        markdownParser: options.markdownParser ?? null
      });
    }
  };
}
