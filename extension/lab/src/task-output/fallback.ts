import type { IRenderMime, IRenderMimeRegistry } from '@jupyterlab/rendermime';

/**
 * Makes the renderer that JupyterLab would have chosen if the bundle had no data of the type `unreadable`: that of
 * its `text/html`, as a rule. Returns `null` when the bundle holds nothing else.
 *
 * Only a bundle that the user trusts may be given to a renderer that could run code.
 */
export function fallbackRenderer(
  registry: Pick<IRenderMimeRegistry, 'preferredMimeType' | 'getFactory'>,
  { data, trusted }: IRenderMime.IMimeModel,
  unreadable: string,
  options: IRenderMime.IRendererOptions
): IRenderMime.IRenderer | null {
  const others = Object.fromEntries(Object.entries(data).filter(([type]) => type !== unreadable));
  const mimeType = registry.preferredMimeType(others, trusted ? 'any' : 'ensure');
  return mimeType === undefined
    ? null
    : (registry.getFactory(mimeType)?.createRenderer({ ...options, mimeType }) ?? null);
}
