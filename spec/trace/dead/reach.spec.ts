import { expect } from 'chai';
import { ConcurrentFuture, EventLoop, type Future, gather, sleep, type Task, TaskGroup } from '../../../lib';
import { Reach } from '../../../lib/trace/dead/reach';
import type { Host } from '../../../lib/trace/host';

describe('Reach', () => {
  let loop: EventLoop;
  let future: Future;
  let met: Future[];
  /** What the host says that functions hold. */
  let held: Map<object, unknown[]>;
  let hidden: Set<object>;

  beforeEach(() => {
    loop = new EventLoop();
    future = loop.createFuture();
    met = [];
    held = new Map();
    hidden = new Set();
  });

  function reach(...values: unknown[]): Reach {
    const host = {
      contentsOf: (value: object) => held.get(value) ?? [],
      hidesSomething: (value: object) => hidden.has(value),
    };
    const reach = new Reach(host as unknown as Host, (each) => met.push(each));
    for (const value of values) reach.add(value);
    return reach;
  }

  /** Whether `future` is reached from `value`. */
  function reaches(...values: unknown[]): boolean {
    const walk = reach(...values);
    while (!walk.isBlind && walk.next());
    expect(walk.isBlind).to.equal(false);
    return met.includes(future);
  }

  describe('leads from', () => {
    const ways: [string, (to: Future) => unknown][] = [
      ['an object to its properties', (to) => ({ deep: { deeper: to } })],
      ['a list to what is in it', (to) => [[to]]],
      ['a Map to its keys and its values', (to) => new Map([[{}, to]])],
      ['a Set to what is in it', (to) => new Set([to])],
      [
        'an object to its prototype, and that to its methods',
        (to) => Object.create({ method: Object.assign(() => {}, { to }) }),
      ],
      ['a class to the one that it extends', (to) => class extends Object.assign(class {}, { to }) {}],
      [
        'an object to what is hidden by a symbol, and cannot be enumerated',
        (to) => Object.defineProperty({}, Symbol('to'), { value: to }),
      ],
      ['a future to its result', (to) => doneWith(to)],
      ['a future of a thread to its callbacks', (to) => withCallback(Object.assign(() => {}, { to }))],
    ];
    for (const [name, from] of ways) {
      it(`${name}`, () => {
        expect(reaches(from(future))).to.equal(true);
      });
    }

    function doneWith(result: unknown): Future {
      const done = loop.createFuture();
      done.setResult(result);
      return done;
    }

    function withCallback(callback: () => void): ConcurrentFuture {
      const thread = new ConcurrentFuture();
      thread.addDoneCallback(callback);
      return thread;
    }

    it('a getter to what it holds, and does not call it', () => {
      const object = {
        get now(): never {
          throw new Error('called');
        },
      };
      held.set(Object.getOwnPropertyDescriptor(object, 'now')?.get as object, [future]);
      expect(reaches(object)).to.equal(true);
    });

    it('a function, and a generator, to what the host says that they hold', () => {
      const generator = (function* () {})();
      const callback = () => {};
      held.set(generator, [callback]).set(callback, [future]);
      expect(reaches(generator)).to.equal(true);
    });

    it('a WeakMap to the value of a key that is reached before or after', () => {
      const [first, second] = [{}, {}];
      const map = new WeakMap<object, unknown>([[first, second]]).set(second, future);
      expect(reaches(first, map)).to.equal(true);
    });
  });

  describe('does not lead from', () => {
    it('a WeakMap to its keys, and to the values of others', () => {
      expect(reaches(new WeakMap([[future, 'value']]), new WeakMap([[{}, future]]))).to.equal(false);
    });

    it('a task that is not done to what it has: only those who resume it get there', () => {
      const task = loop.createTask((function* (_held: Future) {})(future));
      held.set(task.getCoro() as object, [future]);
      expect([reaches(task), met]).to.deep.equal([false, [task]]);
    });

    it('a loop to anything', () => {
      Object.assign(loop, { future });
      expect(reaches(loop, globalThis)).to.equal(false);
    });

    it('a future to those who wait for it', () => {
      const awaited = loop.createFuture();
      awaited.addDoneCallback(Object.assign(() => {}, { future }));
      expect(reaches(awaited)).to.equal(false);
    });

    it('a gather to its children, and a group to its tasks, which it may only cancel', () => {
      const group = new TaskGroup();
      (group as unknown as { tasks: Set<Future> }).tasks.add(future);
      expect(reaches(gather([future]), group)).to.equal(false);
    });

    it('the prototype of a class that extends Map to anything, as it is none', () => {
      expect(reaches(class extends Map {}, class extends WeakMap {}, class extends Set {})).to.equal(false);
    });
  });

  it('enters a task that is not done, where it is told to', () => {
    const task: Task = loop.createTask(sleep(1));
    held.set((task.getCoro() as unknown as { generator: object }).generator, [future]);
    const walk = reach();
    walk.enter(task);
    while (walk.next());
    expect(met).to.deep.equal([future]);
  });

  it('meets each future once', () => {
    reaches(future, [future], { future });
    expect(met).to.deep.equal([future]);
  });

  it('asks the host only when it has looked at everything else', () => {
    const walk = reach(() => {}, [{}, [future]]);
    while (met.length === 0) walk.next();
    expect(walk.looks).to.equal(0);
  });

  describe('is blind', () => {
    function isBlind(...values: unknown[]): boolean {
      const walk = reach(...values);
      while (!walk.isBlind && walk.next());
      return walk.isBlind;
    }

    it('where the host says that something is hidden', () => {
      const arrow = () => this;
      hidden.add(arrow);
      expect([isBlind([arrow]), isBlind([() => {}])]).to.deep.equal([true, false]);
    });

    it('where the host does not know whether it says all', () => {
      const walk = new Reach({ contentsOf: () => [] } as unknown as Host, () => {});
      walk.add(() => {});
      while (walk.next());
      expect(walk.isBlind).to.equal(true);
    });

    it('where somebody goes through a list by hand', () => {
      expect([isBlind([1].values()), isBlind(new Map().keys()), isBlind(new Set().values())]).to.deep.equal([
        true,
        true,
        true,
      ]);
    });

    it('where an object does not let itself be looked at', () => {
      const refuses = () => {
        throw new Error('refused');
      };
      expect(isBlind(new Proxy({}, { ownKeys: refuses }))).to.equal(true);
    });

    it('where it is too much', () => {
      expect(isBlind(Array.from({ length: 200_001 }, () => ({})))).to.equal(true);
    });
  });
});
