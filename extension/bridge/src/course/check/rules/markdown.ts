import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where a markdown cell is. */
interface Place {
  /** The course's root. */
  root: string;
  /** The notebook, which links are relative to. */
  file: string;
  /** The names of the cell's attachments. */
  attachments: string[];
}

/** Pictures need a text for those who cannot see them, and links must lead to `https` or somewhere inside the course. */
export function markdownProblems(markdown: string, place: Place): string[] {
  const text = withoutCode(markdown);
  const all = (pattern: RegExp): RegExpExecArray[] => [...text.matchAll(pattern)];
  const pictures = [
    ...all(/!\[([^\]]*)\]\([^)]*\)/g).filter(([, alt = '']) => alt.trim() === ''),
    ...all(/<img\b[^>]*>/gi).filter(([tag]) => !/\balt\s*=\s*["'][^"']+["']/i.test(tag))
  ];
  const drawings = all(/<svg\b[^>]*>/gi).filter(
    ([tag]) => !/aria-label(ledby)?\s*=|role\s*=\s*["']presentation/i.test(tag)
  );
  const links = [
    ...all(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g),
    ...all(/\b(?:href|src)\s*=\s*["']([^"']+)["']/gi),
    ...all(/^\s{0,3}\[[^\]]+\]:\s*(\S+)/gm)
  ];
  return [
    ...pictures.map(([picture]) => `the picture ${picture} has no alt text.`),
    ...drawings.map(([drawing]) => `the drawing ${drawing} has no aria-label.`),
    ...links.flatMap(([, target = '']) => linkProblems(target, place))
  ];
}

function linkProblems(target: string, { root, file, attachments }: Place): string[] {
  if (/^https:\/\//.test(target) || target.startsWith('#')) return [];
  if (target.startsWith('attachment:')) {
    const attached = attachments.includes(target.slice('attachment:'.length));
    return attached ? [] : [`${target} is not attached.`];
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    return [`the link ${target} is neither https nor inside the course.`];
  }
  const full = path.resolve(path.dirname(file), decodeURIComponent(target.split('#')[0]!));
  const isInside = ['exercises', 'notebooks'].some(folder =>
    full.startsWith(path.join(root, folder) + path.sep)
  );
  if (!isInside) return [`the link ${target} leaves the course.`];
  return existsSync(full) ? [] : [`the link ${target} leads nowhere.`];
}

/** Code shows links and pictures without having them. */
function withoutCode(markdown: string): string {
  return markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/(`+)(?:(?!\1)[\s\S])*\1/g, '');
}
