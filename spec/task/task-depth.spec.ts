import { expect } from 'chai';
import { coroutine, EventLoop, repr, sleep, type Task } from '../../lib';
import { thrownBy } from '../support';

const DEPTH = 1000;

describe('Task: a thousand awaits deep', () => {
  let loop: EventLoop;
  let unwound: number;

  beforeEach(() => {
    loop = new EventLoop();
    unwound = 0;
  });

  function* generators(depth: number): Generator<unknown, number, unknown> {
    if (depth === 0) return yield* sleep(1, 0);
    try {
      return 1 + (yield* generators(depth - 1));
    } finally {
      unwound += 1;
    }
  }

  const coroutines = coroutine(function* coroutines(depth: number): Generator<unknown, number, unknown> {
    if (depth === 0) return yield* sleep(1, 0);
    try {
      return 1 + (yield* coroutines(depth - 1));
    } finally {
      unwound += 1;
    }
  });

  async function asyncFunctions(depth: number): Promise<number> {
    if (depth === 0) return await sleep(1, 0);
    try {
      return 1 + (await asyncFunctions(depth - 1));
    } finally {
      unwound += 1;
    }
  }

  async function tasks(depth: number): Promise<number> {
    if (depth === 0) return await sleep(1, 0);
    try {
      return 1 + (await loop.createTask(tasks(depth - 1)));
    } finally {
      unwound += 1;
    }
  }

  for (const [kind, make] of Object.entries({ generators, coroutines, 'async functions': asyncFunctions, tasks })) {
    describe(`in ${kind}`, () => {
      let task: Task<number>;

      beforeEach(() => {
        task = loop.createTask(make(DEPTH));
      });

      it('a result comes up all the way', () => {
        expect([loop.runUntilComplete(task), loop.time(), unwound]).to.deep.equal([DEPTH, 1, DEPTH]);
      });

      it('a cancellation goes down and comes up all the way, with its message', () => {
        loop.callLater(0.5, () => task.cancel('m'));
        const error = thrownBy(() => loop.runUntilComplete(task));
        expect([repr(error), loop.time(), unwound]).to.deep.equal(["CancelledError('m')", 0.5, DEPTH]);
      });
    });
  }

  for (const [kind, make] of Object.entries({ generators, coroutines, 'async functions': asyncFunctions })) {
    it(`in ${kind}, the task can be shown, and is none the worse for it`, () => {
      const task = loop.createTask(make(DEPTH), { name: 'deep' });
      loop.runUntilComplete(sleep(0.5));
      expect(String(task)).to.match(/^<Task pending name='deep' .* wait_for=<Future pending .*>>$/);
      expect(loop.runUntilComplete(task)).to.equal(DEPTH);
    });
  }
});
