import { expect } from 'chai';
import { asyncWith, CancelledError, Condition, EventLoop, sleep, type Task, TimeoutError, timeout } from '../../lib';
import { Log, runBriefly, thrownBy } from '../support';

describe('Condition, where a task that waits for it is cancelled', () => {
  let loop: EventLoop;
  let log: Log;
  let condition: Condition;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    condition = new Condition();
  });

  /** Acquire for the spec itself, which is not in a task. */
  function lockIt(): void {
    loop.runUntilComplete(condition.acquire());
  }

  it('has it end with the lock, and out of the line', () => {
    lockIt();
    const task = loop.createTask(condition.wait());
    loop.callSoon(() => task.cancel());
    expect(() => loop.runUntilComplete(task)).to.throw(CancelledError);
    expect(String(condition)).to.equal('<asyncio.locks.Condition object [locked]>');
  });

  it('has it end with the lock also when it was notified, and the lock is contested', () => {
    lockIt();
    const task = loop.createTask(condition.wait());
    runBriefly(loop);
    expect(condition.locked()).to.equal(false);
    lockIt();
    condition.notify();
    loop.callSoon(() => task.cancel());
    loop.callSoon(() => condition.release());
    expect(() => loop.runUntilComplete(task)).to.throw(CancelledError);
    expect(condition.locked()).to.equal(true);
  });

  describe('and was notified before', () => {
    it('gets the cancellation where it waits for the lock, once that is free', () => {
      async function wait() {
        await asyncWith(condition, async () => {
          log.note('in');
          await condition.wait();
        });
      }
      const task = loop.createTask(wait());
      runBriefly(loop);
      lockIt();
      condition.notify();
      runBriefly(loop);
      task.cancel();
      runBriefly(loop);
      log.note(`still waits: ${!task.done()}`);
      condition.release();
      runBriefly(loop);
      expect([...log.entries, task.cancelled()]).to.deep.equal(['in@0', 'still waits: true@0', true]);
    });
  });

  describe('with a message', () => {
    let thrown: unknown;
    let ready: boolean;

    beforeEach(() => {
      thrown = undefined;
      ready = false;
    });

    async function wait() {
      await asyncWith(condition, async () => {
        try {
          await condition.waitFor(() => ready);
        } catch (error) {
          thrown = error;
          log.note(`${(error as CancelledError).message} ${condition.locked()}`);
          throw error;
        }
      });
    }

    it('throws that very CancelledError when the lock is there again', () => {
      const task = loop.createTask(wait());
      runBriefly(loop);
      task.cancel('foo');
      const error = thrownBy(() => loop.runUntilComplete(task)) as CancelledError;
      expect([error instanceof CancelledError, error.args, error === thrown]).to.deep.equal([true, ['foo'], true]);
      expect(log.entries).to.deep.equal(['foo true@0']);
    });

    it('throws that very CancelledError when it comes while the lock is waited for', () => {
      const task = loop.createTask(wait());
      runBriefly(loop);
      lockIt();
      ready = true;
      condition.notify();
      runBriefly(loop);
      task.cancel('foo');
      condition.release();
      const error = thrownBy(() => loop.runUntilComplete(task)) as CancelledError;
      expect([error instanceof CancelledError, error.args, error === thrown]).to.deep.equal([true, ['foo'], true]);
      expect(log.entries).to.deep.equal(['foo true@0']);
    });

    it('goes on waiting for the lock however often it is cancelled, and throws the last', () => {
      const task = loop.createTask(wait());
      runBriefly(loop);
      lockIt();
      for (const message of ['one', 'two', 'three']) {
        task.cancel(message);
        runBriefly(loop);
        log.note(`after ${message}: ${String(condition)}`);
      }
      condition.release();
      runBriefly(loop);
      expect(log.entries).to.deep.equal([
        'after one: <asyncio.locks.Condition object [locked]>@0',
        'after two: <asyncio.locks.Condition object [locked]>@0',
        'after three: <asyncio.locks.Condition object [locked]>@0',
        'three true@0',
      ]);
      expect([task.cancelled(), task.cancelling(), condition.locked()]).to.deep.equal([true, 3, false]);
    });
  });

  describe('when its notification is for an item', () => {
    let items: number;
    let consumers: [Task, Task];

    async function consume(name: string) {
      await asyncWith(condition, async () => {
        for (;;) {
          await condition.waitFor(() => items !== 0);
          if (items < 0) return;
          items -= 1;
          log.note(`${name} took one`);
        }
      });
    }

    /** Produce one item, and have `cancel` called while the first consumer is on its way to it. */
    async function produce(cancel: () => Generator) {
      await asyncWith(condition, async () => {
        items += 1;
        condition.notify(1);
        await cancel();
        try {
          await asyncWith(timeout(0.01), () => condition.waitFor(() => items === 0));
        } catch (error) {
          log.note(`timeout: ${error instanceof TimeoutError}`);
        }
        log.note(`left: ${items}`);
        items = -1;
        condition.notifyAll();
      });
      await consumers[1];
    }

    beforeEach(() => {
      items = 0;
      consumers = [loop.createTask(consume('a')) as Task, loop.createTask(consume('b')) as Task];
      runBriefly(loop);
    });

    it('has another notified in its place: it was woken, and has not run yet', () => {
      loop.runUntilComplete(
        produce(function* () {
          consumers[0].cancel();
        }),
      );
      expect(log.entries).to.deep.equal(['b took one@0', 'timeout: true@0.01', 'left: 0@0.01']);
      expect(consumers.map((each) => each.cancelled())).to.deep.equal([true, false]);
    });

    it('has another notified in its place: it was woken, and waits for the lock', () => {
      loop.runUntilComplete(
        produce(function* () {
          yield* sleep(0);
          consumers[0].cancel();
        }),
      );
      expect(log.entries).to.deep.equal(['b took one@0', 'timeout: true@0.01', 'left: 0@0.01']);
      expect(consumers.map((each) => each.cancelled())).to.deep.equal([true, false]);
    });
  });

  it('wakes another for nothing where it had not been notified, which is allowed', () => {
    async function wait(name: string) {
      await asyncWith(condition, () => condition.wait());
      log.note(name);
    }
    const [first] = ['a', 'b'].map((name) => loop.createTask(wait(name)) as Task) as [Task];
    runBriefly(loop);
    first.cancel();
    runBriefly(loop, 2);
    expect([...log.entries, first.cancelled()]).to.deep.equal(['b@0', true]);
  });
});
