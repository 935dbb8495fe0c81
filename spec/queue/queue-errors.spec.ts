import { expect } from 'chai';
import { BaseException, QueueEmpty, QueueFull, QueueShutDown } from '../../lib';

describe('The errors of queues', () => {
  for (const [Type, name] of [
    [QueueEmpty, 'QueueEmpty'],
    [QueueFull, 'QueueFull'],
    [QueueShutDown, 'QueueShutDown'],
  ] as const) {
    it(`include ${name}, which bears asyncio's name, and no text`, () => {
      const error = new Type();
      expect([error.name, error.message, String(error)]).to.deep.equal([name, '', name]);
    });

    it(`include ${name} as an ordinary error, which a handler of Exceptions catches`, () => {
      const error: unknown = new Type();
      expect([error instanceof Error, error instanceof BaseException]).to.deep.equal([true, false]);
    });
  }

  it('are of three kinds, none of which is another', () => {
    const types = [QueueEmpty, QueueFull, QueueShutDown];
    const kinds = types.map((Type) => types.map((Other) => Object(new Type()) instanceof Other));
    expect(kinds).to.deep.equal([
      [true, false, false],
      [false, true, false],
      [false, false, true],
    ]);
  });
});
