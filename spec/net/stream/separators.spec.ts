import { expect } from 'chai';
import { encode } from '../../../lib/bytes';
import { ByteBuffer } from '../../../lib/net/byte-buffer';
import { findEnd, sortSeparators } from '../../../lib/net/stream/separators';

describe('findEnd', () => {
  function find(text: string, separators: readonly string[], from = 0, limit = 100): unknown {
    const buffer = new ByteBuffer();
    buffer.append(encode(text));
    return findEnd(buffer, sortSeparators(separators.map(encode)), from, limit);
  }

  it('gives the end of the part that the first separator ends', () => {
    expect([find('one,two;', [';', ',']), find('one\r\n', ['\r\n'])]).to.deep.equal([{ end: 4 }, { end: 5 }]);
  });

  it('gives where to look from next time, where there is none: where one may have begun', () => {
    expect([find('one', [',']), find('one', ['-----', ',']), find('one\r', ['\r\n'])]).to.deep.equal([3, 0, 3]);
  });

  it('does not look again at what was looked through', () => {
    expect(find(',one', [','], 1)).to.equal(4);
  });

  it('throws where no separator can come within the limit', () => {
    expect(() => find('1234', [','], 0, 3)).to.throw('Separator is not found, and chunk exceed the limit');
    expect(() => find('1234,', [','], 0, 3)).to.throw('Separator is found, but chunk is longer than limit');
  });

  it('goes by the bytes before the separator', () => {
    expect(find('123----', ['----'], 0, 3)).to.deep.equal({ end: 7 });
  });
});
