import { expect } from 'chai';
import { encode } from '../../../lib/bytes';
import { EOFError, IncompleteReadError, LimitOverrunError } from '../../../lib/net/stream/stream-errors';

describe('IncompleteReadError', () => {
  it('says how many bytes there were, and of how many', () => {
    const [of10, ofUnknown] = [
      new IncompleteReadError(encode('abc'), 10),
      new IncompleteReadError(encode(''), undefined),
    ];
    expect([of10, ofUnknown].map(String)).to.deep.equal([
      'IncompleteReadError: 3 bytes read on a total of 10 expected bytes',
      'IncompleteReadError: 0 bytes read on a total of undefined expected bytes',
    ]);
  });

  it('holds them', () => {
    const { partial, expected } = new IncompleteReadError(encode('abc'), 10);
    expect([partial, expected]).to.deep.equal([encode('abc'), 10]);
  });

  it('is an EOFError', () => {
    expect(new IncompleteReadError(encode(''), 1) instanceof EOFError).to.equal(true);
  });
});

describe('LimitOverrunError', () => {
  it('holds how far was looked', () => {
    const error = new LimitOverrunError('message', 10);
    expect([String(error), error.consumed]).to.deep.equal(['LimitOverrunError: message', 10]);
  });
});
