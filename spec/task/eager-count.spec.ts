import { expect } from 'chai';
import { asyncWith, createEagerTaskFactory, EventLoop, gather, Task, type TaskConstructor, TaskGroup } from '../../lib';

describe('The tasks that are not eager, counted', () => {
  let loop: EventLoop;
  let count: number;

  const makeTask: TaskConstructor = (coro, options) => {
    if (!options.eagerStart) count += 1;
    return new Task(coro, options);
  };

  beforeEach(() => {
    loop = new EventLoop();
    count = 0;
  });

  const chain = async (depth: number): Promise<number> => (depth === 0 ? 0 : 1 + (await chain(depth - 1)));

  const groups = async (width: number, depth: number): Promise<void> => {
    if (depth === 0) return;
    await asyncWith(new TaskGroup(), async (group) => {
      for (let i = 0; i < width; i++) group.createTask(groups(width, depth - 1));
    });
  };

  const gathers = async (width: number, depth: number): Promise<void> => {
    if (depth === 0) return;
    await gather(Array.from({ length: width }, () => gathers(width, depth - 1)));
  };

  const all = 1 + 5 + 5 ** 2 + 5 ** 3 + 5 ** 4;
  const factories: [which: string, setFactory: () => void, ofChain: number, ofMany: number][] = [
    ['an eager factory', () => loop.setTaskFactory(createEagerTaskFactory(makeTask)), 0, 0],
    [
      'any other factory',
      () => loop.setTaskFactory((ofLoop, coro, options) => makeTask(coro, { ...options, loop: ofLoop })),
      1,
      all,
    ],
  ];
  for (const [which, setFactory, ofChain, ofMany] of factories) {
    describe(`with ${which}`, () => {
      beforeEach(() => setFactory());

      it(`are ${ofChain} where a hundred coroutines await each other`, () => {
        expect([loop.runUntilComplete(chain(100)), count]).to.deep.equal([100, ofChain]);
      });

      it(`are ${ofMany} where groups of five are nested four deep`, () => {
        loop.runUntilComplete(groups(5, 4));
        expect(count).to.equal(ofMany);
      });

      it(`are ${ofMany} where gathers of five are nested four deep`, () => {
        loop.runUntilComplete(gathers(5, 4));
        expect(count).to.equal(ofMany);
      });
    });
  }
});
