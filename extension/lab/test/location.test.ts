import { describe, expect, it } from 'vitest';
import {
  absolutePath,
  contentsPath,
  directoryOfRoot,
  editorColumn,
  nameInCrate
} from '../src/open-source/location.js';

describe('a file that rustc names', () => {
  it('starts from the directory that cargo ran rustc in', () => {
    expect(absolutePath('/course/ex', 'src/../src/./lib.rs')).toBe('/course/ex/src/lib.rs');
  });

  it('may be absolute already', () => {
    expect(absolutePath('/course', '/rustc/1a2b/library/core/src/lib.rs')).toBe(
      '/rustc/1a2b/library/core/src/lib.rs'
    );
  });

  it('leads nowhere while the root is not known', () => {
    expect(absolutePath(null, 'src/lib.rs')).toBeNull();
  });
});

describe('the name that a reader sees', () => {
  const manifest = '/course/exercises/a/Cargo.toml';

  it('starts from the crate, though rustc starts from the workspace', () => {
    expect(nameInCrate('a/src/lib.rs', '/course/exercises', manifest)).toBe('src/lib.rs');
  });

  it('is rustc’s own outside the crate', () => {
    expect(nameInCrate('b/src/lib.rs', '/course/exercises', manifest)).toBe('b/src/lib.rs');
    expect(nameInCrate('src/lib.rs', null, null)).toBe('src/lib.rs');
  });
});

describe('the path that Jupyter knows', () => {
  it('is relative to its root', () => {
    expect(contentsPath('/home/ada/course/src/lib.rs', '/home/ada/course/')).toBe('src/lib.rs');
    expect(contentsPath('/srv/a b/é.rs', '/')).toBe('srv/a b/é.rs');
  });

  it('does not exist outside the root, nor in a folder whose name only begins like it', () => {
    expect(contentsPath('/opt/crate/src/lib.rs', '/home/ada')).toBeNull();
    expect(contentsPath('/home/ada2/src/lib.rs', '/home/ada')).toBeNull();
  });

  it('cannot be told from a root that is written with a tilde', () => {
    expect(contentsPath('/home/ada/lib.rs', '~')).toBeNull();
  });

  it('understands a root written as a file URL', () => {
    expect(directoryOfRoot('file:///home/ada/my%20course')).toBe('/home/ada/my course');
  });
});

describe('a column', () => {
  it('counts characters from one in rustc and UTF-16 units from zero in the editor', () => {
    expect(editorColumn('let x = 1;', 5)).toBe(4);
    expect(editorColumn('let naïve = "é"; z', 18)).toBe(17);
    expect(editorColumn('"🦀🦀"; z', 7)).toBe(8);
  });

  it('stays inside the line when the file has changed since', () => {
    expect(editorColumn('ab', 99)).toBe(2);
    expect(editorColumn('ab', 0)).toBe(0);
  });
});
