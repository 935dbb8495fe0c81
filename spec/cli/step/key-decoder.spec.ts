import { expect } from 'chai';
import { KeyDecoder } from '../../../lib/cli/step/key-decoder';

describe('KeyDecoder', () => {
  const keysOf = (...chunks: string[]): string[] => {
    const decoder = new KeyDecoder();
    return chunks.flatMap((chunk) => decoder.push(chunk));
  };

  it('gives characters as they are', () => {
    expect(keysOf('q', '/', 'é', '日')).to.deep.equal(['q', '/', 'é', '日']);
  });

  it('gives each of several that come at once', () => {
    expect(keysOf('ab\x1b[Cc')).to.deep.equal(['a', 'b', 'right', 'c']);
  });

  it('knows the keys that send sequences, in both of the modes that terminals have', () => {
    expect(keysOf('\x1b[A\x1b[B\x1b[C\x1b[D', '\x1bOA\x1bOB\x1bOC\x1bOD')).to.deep.equal([
      ...['up', 'down', 'right', 'left'],
      ...['up', 'down', 'right', 'left'],
    ]);
  });

  it('knows each of the ways to send Home, End and the pages', () => {
    expect(keysOf('\x1b[H\x1b[1~\x1b[7~', '\x1b[F\x1b[4~\x1b[8~', '\x1b[5~\x1b[6~')).to.deep.equal([
      ...['home', 'home', 'home'],
      ...['end', 'end', 'end'],
      ...['page-up', 'page-down'],
    ]);
  });

  it('knows control characters', () => {
    expect(keysOf('\t\r\n\x7f\b\x03\x1a', '\x1b[Z')).to.deep.equal([
      ...['tab', 'enter', 'enter', 'backspace', 'backspace', 'ctrl-c', 'ctrl-z'],
      'shift-tab',
    ]);
  });

  it('takes a key with Shift, Alt or Ctrl for the key', () => {
    expect(keysOf('\x1b[1;5C', '\x1b[1;2D', '\x1b[5;5~')).to.deep.equal(['right', 'left', 'page-up']);
  });

  it('puts together a sequence that comes in parts', () => {
    expect(keysOf('\x1b', '[', 'C')).to.deep.equal(['right']);
    expect(keysOf('x\x1b[1;', '5', 'Cy')).to.deep.equal(['x', 'right', 'y']);
  });

  it('passes over sequences that stand for no key we know', () => {
    expect(keysOf('\x1b[I\x1b[200~\x1bOPa')).to.deep.equal(['a']);
  });

  it('takes an escape before another key for the key of that name', () => {
    expect(keysOf('\x1bq', '\x1b\x1b[C')).to.deep.equal(['escape', 'q', 'escape', 'right']);
  });

  describe('when an escape has come, and nothing after it', () => {
    it('waits for more', () => {
      const decoder = new KeyDecoder();
      expect([decoder.push('\x1b'), decoder.isWaiting]).to.deep.equal([[], true]);
    });

    it('gives the key of that name once it is told that there is no more', () => {
      const decoder = new KeyDecoder();
      decoder.push('\x1b');
      expect([decoder.flush(), decoder.isWaiting]).to.deep.equal([['escape'], false]);
    });

    it('gives what has followed as keys, where that was half a sequence', () => {
      const decoder = new KeyDecoder();
      decoder.push('\x1b[');
      expect(decoder.flush()).to.deep.equal(['escape', '[']);
    });
  });
});
