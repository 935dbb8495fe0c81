import { expect } from 'chai';
import { EventLoop, ValueError } from '../../../lib';
import { decode, encode } from '../../../lib/bytes';
import type { IncompleteReadError, LimitOverrunError } from '../../../lib/net/stream/stream-errors';
import { endedWith, errorOf, errorText, readerWith, restOf, textOf } from './streams';

const NOT_FOUND = 'Separator is not found, and chunk exceed the limit';
const TOO_FAR = 'Separator is found, but chunk is longer than limit';

describe('StreamReader', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  describe('readline', () => {
    it('gives a line with its end, and leaves what comes after', () => {
      const reader = readerWith(loop, ['line1\n', 'line2\nline3\n']);
      expect([textOf(loop, reader.readline()), restOf(loop, reader)]).to.deep.equal(['line1\n', 'line2\nline3\n']);
    });

    it('waits for the end of the line, however many pieces that takes', () => {
      const reader = readerWith(loop, ['chunk1 ']);
      for (const piece of ['chunk2 ', 'chunk3 ', '\n chunk4']) loop.callSoon(() => reader.feedData(encode(piece)));
      expect([textOf(loop, reader.readline()), restOf(loop, reader)]).to.deep.equal([
        'chunk1 chunk2 chunk3 \n',
        ' chunk4',
      ]);
    });

    it('gives what there is where the stream ends without, and then nothing', () => {
      const reader = endedWith(loop, ['some data']);
      expect([textOf(loop, reader.readline()), textOf(loop, reader.readline())]).to.deep.equal(['some data', '']);
    });

    it('may be mixed with other reads', () => {
      const reader = readerWith(loop, ['line1\nline2\nline3\n']);
      const read = [textOf(loop, reader.readline()), textOf(loop, reader.read(7)), textOf(loop, reader.readline())];
      expect(read).to.deep.equal(['line1\n', 'line2\nl', 'ine3\n']);
    });

    it('takes a line of as many bytes as the limit, its end not counted', () => {
      expect(textOf(loop, readerWith(loop, ['1234567\n'], 7).readline())).to.equal('1234567\n');
    });

    it('drops a line that is longer, with a ValueError, and leaves the next', () => {
      const reader = readerWith(loop, ['li', 'ne1\nline2\n'], 3);
      expect([errorText(loop, reader.readline()), restOf(loop, reader)]).to.deep.equal([
        `ValueError: ${TOO_FAR}`,
        'line2\n',
      ]);
    });

    it('drops all there is of a line that is longer, and has no end yet', () => {
      const reader = readerWith(loop, ['li', 'ne1', 'li'], 3);
      expect([errorText(loop, reader.readline()), restOf(loop, reader)]).to.deep.equal([
        `ValueError: ${NOT_FOUND}`,
        '',
      ]);
    });

    it('drops it as well where it comes in while it waits', () => {
      const reader = readerWith(loop, [], 7);
      loop.callSoon(() => {
        for (const piece of ['chunk1', 'chunk2\n', 'chunk3\n']) reader.feedData(encode(piece));
        reader.feedEof();
      });
      expect([errorText(loop, reader.readline()), restOf(loop, reader)]).to.deep.equal([
        `ValueError: ${TOO_FAR}`,
        'chunk3\n',
      ]);
    });

    it('throws the error that ended the connection', () => {
      const reader = readerWith(loop, ['line\nanother\n']);
      const line = textOf(loop, reader.readline());
      reader.setException(new ValueError('lost'));
      expect([line, errorText(loop, reader.readline())]).to.deep.equal(['line\n', 'ValueError: lost']);
    });
  });

  describe('readuntil', () => {
    it('gives all up to the separator, with it', () => {
      const reader = readerWith(loop, ['lineAAAxxx']);
      expect([textOf(loop, reader.readuntil(encode('AAA'))), restOf(loop, reader)]).to.deep.equal(['lineAAA', 'xxx']);
    });

    it('reads a line where it is given none', () => {
      expect(textOf(loop, readerWith(loop, ['one\ntwo\n']).readuntil())).to.equal('one\n');
    });

    for (const pieces of [
      ['QWEaa', 'XYaa', 'a'],
      ['QWEaa', 'XYa', 'aa'],
      ['aaa'],
      ['Xaa', 'a'],
      ['XXX', 'a', 'a', 'a'],
    ]) {
      it(`finds a separator that comes in pieces: ${pieces.join(', ')}`, () => {
        const reader = readerWith(loop, []);
        for (const [i, piece] of pieces.entries()) loop.callLater(i + 1, () => reader.feedData(encode(piece)));
        expect(textOf(loop, reader.readuntil(encode('aaa')))).to.equal(pieces.join(''));
      });
    }

    it('of several separators takes the one that ends first, longer or not', () => {
      const lines = readerWith(loop, ['line 1\nline 2\r']);
      const ends = [encode('\r'), encode('\n')];
      const read = [textOf(loop, lines.readuntil(ends)), textOf(loop, lines.readuntil(ends))];
      const overlapping = readerWith(loop, ['ABCDEFG']);
      read.push(textOf(loop, overlapping.readuntil([encode('DEF'), encode('BCDE')])), restOf(loop, overlapping));
      expect(read).to.deep.equal(['line 1\n', 'line 2\r', 'ABCDE', 'FG']);
    });

    it('of separators unlike in length overlooks none while it waits', () => {
      const reader = readerWith(loop, ['data']);
      for (const piece of ['Z', 'Aaaa']) loop.callSoon(() => reader.feedData(encode(piece)));
      const read = textOf(loop, reader.readuntil([encode('A'), encode('long sep')]));
      expect([read, restOf(loop, reader)]).to.deep.equal(['dataZA', 'aaa']);
    });

    it('takes any array of bytes for a separator', () => {
      expect(textOf(loop, readerWith(loop, ['some data\r\n']).readuntil(Buffer.from('\r\n')))).to.equal(
        'some data\r\n',
      );
    });

    it('refuses separators that could not be found', () => {
      const reader = readerWith(loop, ['data']);
      const refused = [new Uint8Array(0), [new Uint8Array(0)], [], 'data' as unknown as Uint8Array];
      expect(refused.map((separator) => errorText(loop, reader.readuntil(separator)))).to.deep.equal([
        'ValueError: Separator should be at least one-byte string',
        'ValueError: Separator should be at least one-byte string',
        'ValueError: Separator should contain at least one element',
        "TypeError: separator must be a bytes-like object, not 'str'",
      ]);
    });

    it('is an IncompleteReadError where the end comes before, with what there was', () => {
      const reader = endedWith(loop, ['some dataAA']);
      const error = errorOf<IncompleteReadError>(loop, reader.readuntil(encode('AAA')));
      expect([error.message, decode(error.partial), error.expected]).to.deep.equal([
        '11 bytes read on a total of undefined expected bytes',
        'some dataAA',
        undefined,
      ]);
      expect(reader.atEof()).to.equal(true);
    });

    it('is a LimitOverrunError beyond the limit, which leaves all, and tells how far was looked', () => {
      const reader = readerWith(loop, ['some dataAA'], 3);
      const before = errorOf<LimitOverrunError>(loop, reader.readuntil(encode('AAA')));
      reader.feedData(encode('A'));
      const found = errorOf<LimitOverrunError>(loop, reader.readuntil(encode('AAA')));
      expect([before, found].map(({ message, consumed }) => [message, consumed])).to.deep.equal([
        [NOT_FOUND, 9],
        [TOO_FAR, 9],
      ]);
      expect(restOf(loop, reader)).to.equal('some dataAAA');
    });

    it('counts up to the separator that ends first, where it looks whether one comes too late', () => {
      const reader = readerWith(loop, ['some dataA'], 3);
      const error = errorOf<LimitOverrunError>(loop, reader.readuntil([encode('A'), encode('ome dataA')]));
      expect([error.message, error.consumed, restOf(loop, reader)]).to.deep.equal([TOO_FAR, 9, 'some dataA']);
    });
  });
});
