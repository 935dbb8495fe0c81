import { expect } from 'chai';
import { copyContext } from '../../lib';
import { splitContext } from '../../lib/loop/context-option';

describe('splitContext', () => {
  const context = copyContext();

  it('parts a last argument { context } from those of the callback', () => {
    expect(splitContext([1, 2, { context }])).to.deep.equal([[1, 2], context]);
    expect(splitContext([{ context }])[1]).to.equal(context);
  });

  it('gives a copy of the current context where there is none', () => {
    const [args, copied] = splitContext([1]);
    expect([args, copied === copyContext()]).to.deep.equal([[1], false]);
  });

  it('leaves to the callback what only resembles it', () => {
    const lookalikes = [{ context: 'text' }, { context, more: 1 }, context, null, undefined, 'context'];
    for (const argument of lookalikes) expect(splitContext([argument])[0]).to.deep.equal([argument]);
  });

  it('leaves to the callback one that is not last', () => {
    expect(splitContext([{ context }, 1])[0]).to.deep.equal([{ context }, 1]);
  });
});
