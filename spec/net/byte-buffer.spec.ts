import { expect } from 'chai';
import { decode, encode } from '../../lib/bytes';
import { ByteBuffer } from '../../lib/net/byte-buffer';

describe('ByteBuffer', () => {
  function bufferOf(...pieces: string[]): ByteBuffer {
    const buffer = new ByteBuffer();
    for (const piece of pieces) buffer.append(encode(piece));
    return buffer;
  }

  it('gives what was added, in the same order, in other pieces', () => {
    const buffer = bufferOf('ab', 'cde', 'f');
    const taken = [buffer.take(1), buffer.take(4), buffer.take(9), buffer.take(1)];
    expect(taken.map(decode)).to.deep.equal(['a', 'bcde', 'f', '']);
  });

  it('goes on so while more is added', () => {
    const buffer = new ByteBuffer();
    let taken = '';
    for (let i = 0; i < 50; i++) {
      buffer.append(encode(`${i},`));
      if (i % 3 === 0) taken += decode(buffer.take(5));
    }
    taken += decode(buffer.take(buffer.length));
    expect(taken).to.equal(Array.from({ length: 50 }, (_, i) => `${i},`).join(''));
  });

  it('counts what is in', () => {
    const buffer = bufferOf('abc', 'de');
    const lengths = [buffer.length];
    buffer.drop(2);
    lengths.push(buffer.length);
    buffer.clear();
    expect([...lengths, buffer.length]).to.deep.equal([5, 3, 0]);
  });

  it('finds where a pattern begins, from where it is told to look', () => {
    const buffer = bufferOf('..ab', 'aab');
    buffer.drop(2);
    const [pattern, from] = [encode('ab'), [0, 1, 3, 4, 9]];
    expect(from.map((each) => buffer.indexOf(pattern, each))).to.deep.equal([0, 3, 3, -1, -1]);
  });

  it('finds nothing of which only the beginning is there', () => {
    expect([bufferOf('xxa').indexOf(encode('ab'), 0), bufferOf().indexOf(encode('a'), 0)]).to.deep.equal([-1, -1]);
  });

  it('leaves alone what was looked at', () => {
    const buffer = bufferOf('abc');
    const seen = buffer.peek();
    buffer.drop(1);
    buffer.append(encode('defgh'));
    expect([decode(seen), decode(buffer.peek())]).to.deep.equal(['abc', 'bcdefgh']);
  });
});
