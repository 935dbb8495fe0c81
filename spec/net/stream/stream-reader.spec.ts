import { expect } from 'chai';
import { EventLoop, ValueError } from '../../../lib';
import { decode, encode } from '../../../lib/bytes';
import type { IncompleteReadError } from '../../../lib/net/stream/stream-errors';
import type { StreamReader } from '../../../lib/net/stream/stream-reader';
import { endedWith, errorOf, errorText, readerWith, restOf, textOf } from './streams';

const LINES = 'line1\nline2\nline3\n';

describe('StreamReader', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  /** Feed in the next iteration, when a read waits already. */
  function feedSoon(reader: StreamReader, ...pieces: string[]): void {
    for (const piece of pieces) loop.callSoon(() => reader.feedData(encode(piece)));
  }

  describe('read', () => {
    it('gives what there is, up to as many bytes as were asked for', () => {
      const reader = readerWith(loop, ['line1', 'line2']);
      expect([textOf(loop, reader.read(5)), textOf(loop, reader.read(30))]).to.deep.equal(['line1', 'line2']);
    });

    it('waits for something where there is nothing', () => {
      const reader = readerWith(loop, []);
      feedSoon(reader, LINES);
      expect(textOf(loop, reader.read(30))).to.equal(LINES);
    });

    it('of 0 bytes gives none, at once, and takes none', () => {
      const reader = readerWith(loop, [LINES]);
      expect([textOf(loop, reader.read(0)), restOf(loop, reader)]).to.deep.equal(['', LINES]);
    });

    it('gives nothing at the end, whether that has come before or comes meanwhile', () => {
      const reader = readerWith(loop, []);
      loop.callSoon(() => reader.feedEof());
      expect([textOf(loop, reader.read(1024)), textOf(loop, reader.read(1024))]).to.deep.equal(['', '']);
    });

    it('without a number gives all that comes up to the end', () => {
      const reader = readerWith(loop, []);
      feedSoon(reader, 'chunk1\n', 'chunk2');
      loop.callLater(1, () => reader.feedEof());
      expect(textOf(loop, reader.read())).to.equal('chunk1\nchunk2');
    });

    it('is not bound by the limit', () => {
      expect(textOf(loop, readerWith(loop, ['chunk'], 3).read(5))).to.equal('chunk');
    });

    it('throws the error that ended the connection, whatever is left', () => {
      const reader = readerWith(loop, ['line\n']);
      const before = textOf(loop, reader.read(2));
      reader.setException(new ValueError('lost'));
      expect([before, errorText(loop, reader.read(2))]).to.deep.equal(['li', 'ValueError: lost']);
    });

    it('takes nothing where it is cancelled', () => {
      const reader = readerWith(loop, []);
      const task = loop.createTask(reader.read(5));
      loop.runOnce();
      task.cancel();
      feedSoon(reader, 'later');
      loop.runOnce();
      expect([task.cancelled(), restOf(loop, reader)]).to.deep.equal([true, 'later']);
    });
  });

  it('reads no number of bytes that is no integer', () => {
    const reader = readerWith(loop, ['line\n']);
    const wrong = [reader.read(0.5), reader.readexactly(Number.NaN), reader.readexactly('4' as never)];
    expect(wrong.map((reading) => errorText(loop, reading))).to.deep.equal([
      "TypeError: 'float' object cannot be interpreted as an integer",
      "TypeError: 'float' object cannot be interpreted as an integer",
      "TypeError: 'str' object cannot be interpreted as an integer",
    ]);
  });

  describe('readexactly', () => {
    it('waits until there are as many bytes, and leaves the others', () => {
      const reader = readerWith(loop, []);
      feedSoon(reader, LINES, LINES, LINES);
      expect([textOf(loop, reader.readexactly(36)), restOf(loop, reader)]).to.deep.equal([LINES + LINES, LINES]);
    });

    it('takes all where there are just as many', () => {
      const reader = readerWith(loop, ['1234']);
      expect([textOf(loop, reader.readexactly(4)), String(reader)]).to.deep.equal(['1234', '<StreamReader>']);
    });

    it('of 0 bytes gives none, and of fewer is a ValueError', () => {
      const reader = readerWith(loop, [LINES]);
      expect([textOf(loop, reader.readexactly(0)), errorText(loop, reader.readexactly(-1))]).to.deep.equal([
        '',
        'ValueError: readexactly size can not be less than zero',
      ]);
      expect(restOf(loop, reader)).to.equal(LINES);
    });

    it('is not bound by the limit, either', () => {
      expect(textOf(loop, readerWith(loop, ['chunk'], 3).readexactly(5))).to.equal('chunk');
    });

    it('is an IncompleteReadError where the end comes before, with what there was', () => {
      const reader = readerWith(loop, []);
      feedSoon(reader, LINES);
      loop.callSoon(() => reader.feedEof());
      const error = errorOf<IncompleteReadError>(loop, reader.readexactly(36));
      expect([error.name, error.message, decode(error.partial), error.expected]).to.deep.equal([
        'IncompleteReadError',
        '18 bytes read on a total of 36 expected bytes',
        LINES,
        36,
      ]);
      expect(String(reader)).to.equal('<StreamReader eof>');
    });

    it('throws the error that ended the connection, even where there are enough bytes', () => {
      const reader = readerWith(loop, ['line\n']);
      reader.setException(new ValueError('lost'));
      expect(errorText(loop, reader.readexactly(2))).to.equal('ValueError: lost');
    });
  });

  describe('gone through by `for await`', () => {
    it('gives the lines, and ends with the stream', () => {
      const reader = endedWith(loop, ['one\ntw', 'o\nthree']);
      const lines: string[] = [];
      async function main() {
        for await (const line of reader) lines.push(decode(line));
      }
      loop.runUntilComplete(main());
      expect(lines).to.deep.equal(['one\n', 'two\n', 'three']);
    });

    it('can be left, and taken up again by a read', () => {
      const reader = endedWith(loop, ['one\ntwo\n']);
      async function main() {
        for await (const line of reader) if (decode(line) === 'one\n') break;
        return await reader.readline();
      }
      expect(decode(loop.runUntilComplete(main()))).to.equal('two\n');
    });

    it('gives its lines to a generator by `yield* next()`', () => {
      const lines = endedWith(loop, ['one\n'])[Symbol.asyncIterator]();
      function* main() {
        return [yield* lines.next(), yield* lines.next()];
      }
      expect(loop.runUntilComplete(main())).to.deep.equal([
        { done: false, value: encode('one\n') },
        { done: true, value: undefined },
      ]);
    });
  });

  it('lets only one task read at a time, and tells the other', () => {
    const reader = readerWith(loop, []);
    loop.createTask(reader.read(1));
    loop.runOnce();
    const text = errorText(loop, reader.readline());
    expect(text).to.equal(
      'RuntimeError: readuntil() called while another coroutine is already waiting for incoming data',
    );
  });

  it('does not yield to the loop where it need not wait', () => {
    const reader = readerWith(loop, [LINES]);
    const task = loop.createTask(reader.readexactly(6));
    loop.runOnce();
    expect(task.done()).to.equal(true);
  });
});
