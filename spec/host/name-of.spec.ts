import { expect } from 'chai';
import { type CoroutineLike, coroutine, NodeHost, sleep } from '../../lib';

describe('NodeHost.nameOf', () => {
  const host = new NodeHost();

  function* plain() {
    yield* sleep(1);
  }
  async function asynchronous() {
    await sleep(1);
  }
  const wrapped = coroutine(function* inside() {
    yield* sleep(1);
  });

  it('names the function of a generator, of an async function and of a coroutine that have not begun', () => {
    const coroutines: CoroutineLike<unknown>[] = [plain(), asynchronous(), wrapped()];
    expect(coroutines.map((each) => host.nameOf(each))).to.deep.equal(['plain', 'asynchronous', 'inside']);
  });

  it("names none of the library's own", () => {
    expect(host.nameOf(sleep(1))).to.equal(undefined);
  });
});
