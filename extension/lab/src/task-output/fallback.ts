import type { IRenderMime, IRenderMimeRegistry } from '@jupyterlab/rendermime';

/** Outputs of this extension. One that cannot be read is not shown by another one, which might hand it back. */
const OWN = /^application\/vnd\.jupyterlab-maturin\./;

/**
 * Makes the renderer that JupyterLab would have chosen if the bundle held nothing of this extension: that of its
 * `text/html`, as a rule. Returns `null` when the bundle holds nothing else that says something.
 *
 * Only a bundle that the user trusts may be given to a renderer that could run code.
 */
export function fallbackRenderer(
  registry: Pick<IRenderMimeRegistry, 'preferredMimeType' | 'getFactory'>,
  { data, trusted }: IRenderMime.IMimeModel,
  options: IRenderMime.IRendererOptions
): IRenderMime.IRenderer | null {
  const others = Object.fromEntries(
    Object.entries(data).filter(([type, value]) => !OWN.test(type) && saysSomething(type, value))
  );
  const mimeType = registry.preferredMimeType(others, trusted ? 'any' : 'ensure');
  return mimeType === undefined
    ? null
    : (registry.getFactory(mimeType)?.createRenderer({ ...options, mimeType }) ?? null);
}

/** Whether there is a text where a text should be; of other types only their own renderer knows. */
function saysSomething(type: string, value: unknown): boolean {
  return type.startsWith('text/')
    ? typeof value === 'string' && value.trim() !== ''
    : value !== null;
}
