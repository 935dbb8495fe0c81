import { expect } from 'chai';
import { EventLoop, getcurrent, getEventLoop, gevent, Recorder, run, SystemExit, setEventLoop } from '../../../lib';
import { thrownBy } from '../../support';
import { Log, onNewLoops } from '../support';

describe('getHub', () => {
  onNewLoops();

  it('gives one hub for each loop', () => {
    const first = gevent.getHub();
    expect(gevent.getHub()).to.equal(first);
    expect(first.loop).to.equal(getEventLoop());
    setEventLoop(new EventLoop());
    expect(gevent.getHub()).not.to.equal(first);
  });

  it('gives a hub whose parent is main, whoever asks first', () => {
    const main = getcurrent();
    const hub = gevent.getHub();
    expect(hub.parent).to.equal(main);
    expect(String(hub)).to.equal("<Hub ''>");
  });

  it('gives the hub of a new loop where the last was closed, as run() does', () => {
    getEventLoop().close();
    const hub = gevent.getHub();
    expect(hub.loop.isClosed()).to.equal(false);
    expect(gevent.getHub()).to.equal(hub);
  });
});

describe('Hub', () => {
  const printed = onNewLoops();

  it('goes on with what is left of a callback when main, to which that has switched, waits again', () => {
    const log = new Log();
    const event = new gevent.Event();
    const waiter = (name: string) =>
      function* () {
        yield* event.wait();
        log.note(name);
      };
    gevent.spawn(waiter('before'));
    gevent.spawn(() => gevent.spawn(waiter('after')));
    gevent.spawnLater(1, () => event.set());
    gevent.sleep(0.5);
    gevent.spawn(() => log.note('ready long before'));
    event.wait();
    log.note('main');
    gevent.sleep(0);
    expect(log.entries).to.deep.equal(['ready long before@0.5', 'before@1', 'after@1', 'main@1']);
  });

  it('runs callbacks, those that they schedule included, before the timers that are due', () => {
    const log = new Log();
    gevent.spawnLater(0, () => log.note('timer'));
    gevent.spawn(function* () {
      for (const i of [1, 2, 3]) {
        log.note(i);
        yield* gevent.sleep(0);
      }
    });
    gevent.sleep(1);
    expect(log.entries).to.deep.equal(['1@0', '2@0', '3@0', 'timer@0']);
  });

  it('fires all timers of a time before the callbacks that they schedule, those of Timeouts last', () => {
    const log = new Log();
    const sleeper = (name: string) =>
      function* () {
        yield* gevent.sleep(1);
        log.note(name);
        gevent.spawn(() => log.note(`${name} spawned`));
      };
    const late = gevent.spawn(function* () {
      yield* gevent.withTimeout(1, gevent.sleep, 2);
    });
    late.rawlink(() => log.note('timed out'));
    gevent.joinall([gevent.spawn(sleeper('a')), gevent.spawn(sleeper('b')), late]);
    gevent.sleep(0);
    expect(log.entries).to.deep.equal(['a@1', 'b@1', 'a spawned@1', 'b spawned@1', 'timed out@1']);
  });

  it('leaves the loop to asyncio: a run may come between', () => {
    const log = new Log();
    const greenlet = gevent.spawnLater(2, () => log.note('greenlet'));
    const loop = getEventLoop();
    loop.runUntilComplete(loop.createTask(pause(log, loop)));
    log.note(greenlet.ready());
    greenlet.join();
    expect(log.entries).to.deep.equal(['task@1', 'false@1', 'greenlet@2']);
  });

  it('runs greenlets under a loop that was not run by it', () => {
    const log = new Log();
    run(
      (function* () {
        const greenlet = gevent.spawn(function* () {
          yield* gevent.sleep(1);
          log.note('greenlet');
        });
        yield* greenlet.join();
        log.note('task');
      })(),
    );
    expect(log.entries).to.deep.equal(['greenlet@1', 'task@1']);
  });

  it('refuses a switch to main while main runs the loop', () => {
    const main = getcurrent();
    const loop = getEventLoop();
    gevent.spawnRaw(() => main.switch());
    loop.runOnce();
    expect(printed).to.deep.equal(['spawnRaw failed with GreenletError']);
  });

  it('hands main what is to end the program', () => {
    gevent.spawn(() => {
      throw new SystemExit(3);
    });
    const error = thrownBy(() => gevent.sleep(1));
    expect((error as SystemExit).code).to.equal(3);
    expect(printed).to.deep.equal([]);
  });
});

function* pause(log: Log, loop: EventLoop) {
  const future = loop.createFuture();
  loop.callLater(1, () => future.setResult(undefined));
  yield* future;
  log.note('task');
}

describe('LoopExit', () => {
  onNewLoops();

  it('tells main who waits for what, when nothing is left to run', () => {
    const event = new gevent.Event();
    function* worker() {
      yield* event.wait();
    }
    const greenlet = gevent.spawn(worker);
    const error = thrownBy(() => greenlet.join());
    expect(error).to.be.instanceOf(gevent.LoopExit);
    expect(error.message.split('\n\t')).to.deep.equal([
      'This operation would block forever',
      'main waits for Greenlet-0',
      '<Greenlet "Greenlet-0": worker> waits for Event',
    ]);
  });

  it('is a deadlock to whoever records: of those who wait, but for main, which goes on with the error', () => {
    const { loop } = gevent.getHub() as { loop: EventLoop };
    const recorder = new Recorder();
    loop.observer = recorder.watch(loop);
    const greenlet = gevent.spawn(() => gevent.sleep(Infinity));
    const error = thrownBy(() => greenlet.join());
    const [deadlock] = recorder.events.filter(({ type }) => type === 'deadlock');
    expect(deadlock).to.deep.include({ text: error.message, tasks: [recorder.futures.of(greenlet)] });
  });

  it('is no deadlock where main waits for all to end, and all do', () => {
    const { loop } = gevent.getHub() as { loop: EventLoop };
    const recorder = new Recorder();
    loop.observer = recorder.watch(loop);
    gevent.spawn(() => gevent.sleep(3));
    const isOver = gevent.wait();
    expect([isOver, recorder.events.filter(({ type }) => type === 'deadlock')]).to.deep.equal([true, []]);
  });

  it('lets main go on, and others later', () => {
    const event = new gevent.Event();
    const greenlet = gevent.spawn(() => event.wait());
    thrownBy(() => greenlet.join());
    event.set();
    expect(greenlet.get()).to.equal(true);
  });
});

describe('A blocking call', () => {
  onNewLoops();

  it('is refused in a callback of the loop', () => {
    const loop = getEventLoop();
    const errors: string[] = [];
    const attempt = (): void => void errors.push(thrownBy(() => gevent.sleep(1)).name);
    loop.callSoon(attempt);
    gevent.spawn(() => 0).rawlink(attempt);
    gevent.sleep(0);
    gevent.sleep(0);
    expect(errors).to.deep.equal(['BlockingSwitchOutError', 'BlockingSwitchOutError']);
  });

  it('that a greenlet makes without yield* is told of', () => {
    const greenlet = gevent.spawn(function* () {
      gevent.sleep(1);
      yield* gevent.sleep(2);
    });
    expect(thrownBy(() => greenlet.get()).message).to.match(/called sleep\(\) without yield\*/);
  });
});
