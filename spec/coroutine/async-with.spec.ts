import { expect } from 'chai';
import {
  type AsyncContextManager,
  asyncWith,
  CancelledError,
  coroutine,
  EventLoop,
  GeneratorExit,
  sleep,
} from '../../lib';
import { countIterations, Log, thrownBy } from '../support';

describe('asyncWith', () => {
  let loop: EventLoop;
  let log: Log;
  const giveWay = coroutine(function* () {
    yield;
  });

  /** Notes that it is entered and left, each of which takes `delay` seconds. */
  class Door implements AsyncContextManager<string> {
    constructor(
      private readonly delay = 1,
      private readonly suppress = false,
    ) {}
    async aenter(): Promise<string> {
      if (this.delay > 0) await sleep(this.delay);
      log.note('entered');
      return 'target';
    }
    async aexit(error: Error | undefined): Promise<boolean> {
      log.note(`leaving with ${error?.name ?? 'nothing'}`);
      if (this.delay > 0) await sleep(this.delay);
      return this.suppress;
    }
  }

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  it('enters, runs the body with what entering gave, leaves, and gives what the body returned', () => {
    const main = coroutine(function* () {
      return yield* asyncWith(new Door(), function* (target) {
        log.note(target);
        yield* sleep(1);
        return 'result';
      });
    });
    expect(loop.runUntilComplete(main())).to.equal('result');
    expect(log.entries).to.deep.equal(['entered@1', 'target@1', 'leaving with nothing@2']);
    expect(loop.time()).to.equal(3);
  });

  it('takes an async function for the body', () => {
    const main = async (): Promise<string> =>
      await asyncWith(new Door(), async (target) => {
        await sleep(1);
        return `${target} in an async function`;
      });
    expect(loop.runUntilComplete(main())).to.equal('target in an async function');
  });

  it('runs nothing until it is awaited', () => {
    asyncWith(new Door(), giveWay);
    loop.runUntilComplete(sleep(5));
    expect(log.entries).to.deep.equal([]);
  });

  it('adds no iteration', () => {
    const task = loop.createTask(asyncWith(new Door(0), async () => 'result'));
    expect(countIterations(loop, () => task.done())).to.equal(1);
  });

  describe('whose body fails', () => {
    const failing = async (): Promise<never> => {
      await sleep(1);
      throw new RangeError('from the body');
    };

    it('leaves with the error, and throws it', () => {
      expect(() => loop.runUntilComplete(asyncWith(new Door(), failing))).to.throw(RangeError, 'from the body');
      expect(log.entries).to.deep.equal(['entered@1', 'leaving with RangeError@2']);
    });

    it('gives undefined when the manager suppresses the error', () => {
      expect(loop.runUntilComplete(asyncWith(new Door(1, true), failing))).to.equal(undefined);
    });

    it('throws what leaving throws instead', () => {
      const broken: AsyncContextManager<void> = {
        aenter: async () => {},
        aexit: async () => {
          throw new TypeError('from leaving');
        },
      };
      expect(() => loop.runUntilComplete(asyncWith(broken, failing))).to.throw(TypeError, 'from leaving');
    });

    it('leaves with a TypeError for what is thrown and is no Error', () => {
      const throwing = function* (): Generator<unknown, void, unknown> {
        throw 'a string';
      };
      expect(() => loop.runUntilComplete(asyncWith(new Door(), throwing))).to.throw(TypeError);
      expect(log.entries).to.deep.equal(['entered@1', 'leaving with TypeError@1']);
    });
  });

  it('does not leave what it could not enter', () => {
    const locked: AsyncContextManager<void> = {
      aenter: async () => {
        throw new RangeError('locked');
      },
      aexit: async () => {
        log.note('never');
        return undefined;
      },
    };
    expect(() => loop.runUntilComplete(asyncWith(locked, giveWay))).to.throw(RangeError, 'locked');
    expect(log.entries).to.deep.equal([]);
  });

  it('leaves with a CancelledError when cancelled in the body', () => {
    const task = loop.createTask(asyncWith(new Door(), () => sleep(10)));
    loop.callLater(2, () => task.cancel());
    expect(thrownBy(() => loop.runUntilComplete(task))).to.be.instanceOf(CancelledError);
    expect(log.entries).to.deep.equal(['entered@1', 'leaving with CancelledError@2']);
  });

  describe('closed half-way', () => {
    it('leaves with a GeneratorExit', () => {
      const errors: (Error | undefined)[] = [];
      const manager: AsyncContextManager<void> = {
        aenter: async () => {},
        aexit: async (error) => {
          errors.push(error);
          return undefined;
        },
      };
      const coro = asyncWith(manager, giveWay);
      coro.send(undefined);
      coro.close();
      expect(errors.map((error) => error instanceof GeneratorExit)).to.deep.equal([true]);
    });

    it('leaves nothing when it has not begun', () => {
      asyncWith(new Door(), giveWay).close();
      expect(log.entries).to.deep.equal([]);
    });
  });
});

describe('asyncWith, given what it cannot use', () => {
  it('refuses what is no context manager, with Python’s text', () => {
    for (const junk of [5, null, {}]) {
      expect(() => asyncWith(junk as never, function* () {})).to.throw(
        TypeError,
        /object does not support the asynchronous context manager protocol$/,
      );
    }
  });

  it('refuses a body that is no function', () => {
    const manager = { aenter: function* () {}, aexit: function* () {} };
    expect(() => asyncWith(manager as never, 5 as never)).to.throw('asyncWith() expects a function to run, got 5');
  });
});
