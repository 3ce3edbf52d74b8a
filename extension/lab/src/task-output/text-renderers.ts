import type { IRenderMime } from '@jupyterlab/rendermime';
import { renderMarkdown, renderText } from '@jupyterlab/rendermime';

/** Each replaces the content of `host` with a text that carries its own style. */
export interface TextRenderers {
  /** Text with ANSI colours; markup in it is shown as it is written. */
  ansi: (host: HTMLElement, source: string) => void;
  /** Markdown from the compiler; HTML in it is left out. */
  markdown: (host: HTMLElement, source: string) => void;
}

/**
 * What Markdown turns into, but for images. JupyterLab's sanitizer lets more through, such as images, which would be
 * fetched from anywhere, and buttons that run commands. A notebook file could bring those along.
 */
const MARKDOWN: IRenderMime.ISanitizerOptions = {
  allowedTags: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ul', 'ol', 'li', 'blockquote', 'hr', 'br'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'pre', 'code', 'span', 'a', 'em', 'strong']
  ],
  allowedAttributes: { a: ['href'], code: ['class'], pre: ['class'], span: ['class'] }
};

/** JupyterLab's own renderers of terminal text and Markdown, with its sanitizer. */
export function textRenderers(options: IRenderMime.IRendererOptions): TextRenderers {
  const { sanitizer, markdownParser = null } = options;
  return {
    ansi(host, source) {
      host.replaceChildren();
      void renderText({ host, sanitizer, source });
    },
    markdown(host, source) {
      host.replaceChildren();
      void renderMarkdown({
        host,
        source,
        trusted: false,
        sanitizer: { sanitize: html => sanitizer.sanitize(html, MARKDOWN) },
        resolver: null,
        linkHandler: null,
        shouldTypeset: false,
        latexTypesetter: null,
        markdownParser
      });
    }
  };
}
