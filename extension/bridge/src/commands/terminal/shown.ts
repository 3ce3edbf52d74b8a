import { bounded, visible, visibleLine, visibleOutput } from '../../foreign/visible.js';

/** Characters of a name, a title or a path that are shown; Linux allows paths of 4,096. */
const LINE = 4096;

/** The same for sentences. Longer ones come from a machine, and nobody reads them in a terminal. */
const SENTENCES = 64 * 1024;

/**
 * A text that a terminal may get: nothing in it is obeyed but the colours that are meant. The screen prints nothing
 * else, so that no title, path or message of others can be printed as it is.
 */
export class Shown {
  private constructor(readonly text: string) {}

  /** Our own words with texts of others between them, which stay on the line: shown`${id}  ${title}`. */
  static line(words: TemplateStringsArray, ...others: (Shown | string | number)[]): Shown {
    const shown = others.map(other =>
      other instanceof Shown ? other.text : visibleLine(bounded(String(other), LINE))
    );
    return new Shown(words.map((word, index) => word + (shown[index] ?? '')).join(''));
  }

  /** Sentences, which may have several lines. */
  static sentences(text: string): Shown {
    return new Shown(visible(bounded(text, SENTENCES)));
  }

  /** The same for a sentence of ours about something of others: a line break in a title begins no line like ours. */
  static remark(text: string): Shown {
    return Shown.sentences(text.replaceAll('\n', '\n  '));
  }

  /** All lines of a file. */
  static source(text: string): Shown {
    return new Shown(visible(text));
  }

  /** What a compiler or a test printed, with its colours. */
  static output(text: string): Shown {
    return new Shown(visibleOutput(text));
  }

  /** The same text in another arrangement: broken into lines, padded or cut off. */
  arranged(arrange: (text: string) => string): Shown {
    return new Shown(arrange(this.text));
  }
}

/** As {@link Shown.line}. */
export const shown = (words: TemplateStringsArray, ...others: (Shown | string | number)[]): Shown =>
  Shown.line(words, ...others);
