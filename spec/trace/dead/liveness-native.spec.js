const { expect } = require('chai');
const { coroutine, createTask, Event, Lock, sleep } = require('../../../lib');
const { acquires, deadIn, host } = require('./dead-programs');

async function locks(first, second) {
  await first.acquire();
  await sleep(1);
  await second.acquire();
}

async function setsLater(event) {
  await sleep(9);
  event.set();
}

function* resolvesLater(resolve) {
  yield* sleep(9);
  resolve();
}

describe('A native async function, beside others that may be dead,', () => {
  before(() => host.watch());
  after(() => host.unwatch());

  it('is found dead itself in a cycle of locks', () => {
    const main = async () => {
      const [one, other] = [new Lock(), new Lock()];
      createTask(locks(one, other), { name: 'native' });
      createTask(acquires(other, one), { name: 'compiled' });
    };
    expect(deadIn(coroutine(main))).to.deep.equal(['native', 'compiled']);
  });

  it('may hold anything, as long as it lives', () => {
    const main = async () => {
      const event = new Event();
      createTask(event.wait(), { name: 'waits' });
      createTask(setsLater(event));
    };
    expect(deadIn(coroutine(main))).to.deep.equal([]);
  });

  it('is not dead while it awaits a promise, which anybody may resolve', () => {
    const main = async () => {
      const promise = new Promise((resolve) => createTask(resolvesLater(resolve)));
      createTask((async () => await promise)(), { name: 'native' });
    };
    expect(deadIn(coroutine(main))).to.deep.equal([]);
  });
});
