import { expect } from 'chai';
import { ContextVar, createTask, EventLoop, getEventLoop, gevent, setEventLoop, sleep, wait } from '../../../lib';
import { Log, thrownBy } from '../../support';

describe('A task of asyncio that waits by gevent', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    setEventLoop(loop);
    log = new Log(loop);
  });

  afterEach(() => {
    loop.close();
    setEventLoop(null);
  });

  it('goes on when the time is up, others meanwhile', () => {
    loop.runUntilComplete(
      (function* () {
        const other = createTask(noting(1));
        yield* gevent.sleep(2);
        log.note('task');
        yield* other;
      })(),
    );
    expect(log.entries).to.deep.equal(['other@1', 'task@2']);
  });

  it('takes items from a queue that greenlets fill, none of them twice', () => {
    const queue = new gevent.Queue<number>(1);
    const taker = function* (name: string) {
      log.note(`${name} ${yield* queue.get()}`);
    };
    gevent.spawn(function* () {
      for (const n of [1, 2, 3]) yield* queue.put(n);
      log.note('all are in');
    });
    loop.runUntilComplete(
      (function* () {
        const tasks = ['a', 'b', 'c'].map((name) => createTask(taker(name)));
        for (const task of tasks) yield* task;
      })(),
    );
    expect(log.entries).to.deep.equal(['a 1@0', 'all are in@0', 'b 2@0', 'c 3@0']);
  });

  it('is cancelled there: it leaves the line', () => {
    const queue = new gevent.Queue<number>();
    const taker = function* () {
      yield* queue.get();
    };
    loop.runUntilComplete(
      (function* () {
        const task = createTask(taker());
        yield* sleep(1);
        task.cancel();
        yield* sleep(0);
        queue.putNowait(1);
        log.note(`${task.cancelled()} ${queue.qsize()}`);
      })(),
    );
    expect(log.entries).to.deep.equal(['true 1@1']);
  });

  it('is thrown what the call throws', () => {
    const task = function* () {
      yield* new gevent.Event().wait();
    };
    const failing = gevent.spawn(function* () {
      yield* gevent.sleep(1);
      if (getEventLoop().time() > 0) throw new gevent.GreenletExit('gone');
    });
    const asker = function* () {
      return yield* failing.get();
    };
    expect(loop.runUntilComplete(asker())).to.be.instanceOf(gevent.GreenletExit);
    expect(thrownBy(() => loop.runUntilComplete(task())).message).to.match(/waits for .*Event/);
  });

  it('may give what takes too long a limit, by run or withTimeout, but not start a Timeout', () => {
    loop.runUntilComplete(
      (function* () {
        log.note(yield* gevent.withTimeout(1, gevent.sleep, 5, { timeoutValue: 'late' }));
        log.note(String(yield* new gevent.Timeout(1, false).run(() => sleep(5))));
        log.note(thrownBy(() => gevent.Timeout.startNew(1)).name);
      })(),
    );
    expect(log.entries).to.deep.equal(['late@1', 'undefined@2', 'RuntimeError@2']);
  });

  it('has its own context there', () => {
    const variable = new ContextVar<string>('variable');
    loop.runUntilComplete(
      (function* () {
        variable.set('task');
        log.note(yield* gevent.withTimeout(1, () => variable.get()));
      })(),
    );
    expect(log.entries).to.deep.equal(['task@0']);
  });

  function* noting(seconds: number) {
    yield* sleep(seconds);
    log.note('other');
  }

  it('waits for a greenlet by its name, where that never ends', () => {
    const greenlet = gevent.spawn(function* stuck() {
      yield* new gevent.Event().wait();
    });
    const waits = function* () {
      yield* greenlet.join();
    };
    const task = loop.createTask(waits(), { name: 'waiter' });
    const error = thrownBy(() => loop.runUntilComplete(task));
    expect(String(error.message)).to.contain('\n  waiter waits for <Greenlet "Greenlet-0": stuck>');
    task.cancel();
    loop.runUntilComplete(wait([task]));
  });
});
