import { expect } from 'chai';
import {
  currentTask,
  DeadlockError,
  EventLoop,
  type Future,
  gather,
  repr,
  shield,
  sleep,
  type Task,
  wait,
} from '../../lib';
import { collectReports, Log, runBriefly, thrownBy } from '../support';

describe('Task: tasks that wait for each other', () => {
  let loop: EventLoop;
  let log: Log;
  let tasks: Map<string, Task>;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    tasks = new Map();
  });

  /** Make a task of that name that awaits what `awaited` gives, and notes how that ends. */
  function make(name: string, awaited: () => Future): void {
    function* main() {
      try {
        log.note(`${name} got ${repr(yield* awaited())}`);
      } catch (error) {
        log.note(`${name} ${repr(error)}`);
        throw error;
      }
    }
    tasks.set(name, loop.createTask(main(), { name }));
  }

  const task = (name: string) => tasks.get(name) as Task;
  const states = () => [...tasks.values()].map((each) => `${each.getName()} ${each.cancelled()} ${each.cancelling()}`);

  /** a waits for b, b for a, and c, from outside, for a. */
  function makeRing(): void {
    make('a', () => task('b'));
    make('b', () => task('a'));
    make('c', () => task('a'));
    runBriefly(loop);
  }

  it('are all cancelled by cancelling one, which stops waiting first', () => {
    makeRing();
    expect(task('a').cancel('m')).to.equal(true);
    runBriefly(loop, 4);
    expect(log.entries).to.deep.equal(["a CancelledError('m')@0", "b CancelledError('m')@0", 'c CancelledError()@0']);
    expect(states()).to.deep.equal(['a true 1', 'b true 1', 'c true 0']);
  });

  it('are all cancelled by cancelling whoever waits for them from outside', () => {
    makeRing();
    task('c').cancel('m');
    runBriefly(loop, 4);
    expect(states()).to.deep.equal(['a true 1', 'b true 1', 'c true 1']);
  });

  it('are async functions as well as generators', () => {
    async function waitFor(name: string) {
      await task(name);
    }
    tasks.set('a', loop.createTask(waitFor('b'), { name: 'a' }));
    tasks.set('b', loop.createTask(waitFor('a'), { name: 'b' }));
    runBriefly(loop);
    task('b').cancel();
    runBriefly(loop, 3);
    expect(states()).to.deep.equal(['a true 1', 'b true 1']);
  });

  it('may be a thousand', () => {
    for (let i = 0; i < 1000; i++) make(`${i}`, () => task(`${(i + 1) % 1000}`));
    runBriefly(loop);
    task('0').cancel();
    runBriefly(loop, 1001);
    expect([...tasks.values()].every((each) => each.cancelled())).to.equal(true);
  });

  it('take every further request, each of which is counted', () => {
    makeRing();
    task('a').cancel('first');
    task('b').cancel('second');
    task('a').cancel('third');
    runBriefly(loop, 4);
    expect(states()).to.deep.equal(['a true 3', 'b true 2', 'c true 0']);
  });

  it('go on waiting where the request is taken back', () => {
    makeRing();
    task('a').cancel();
    task('a').uncancel();
    runBriefly(loop, 3);
    expect([log.entries, task('a').done()]).to.deep.equal([[], false]);
    task('a').cancel('m');
    runBriefly(loop, 4);
    expect(states()).to.deep.equal(['a true 1', 'b true 2', 'c true 0']);
  });

  it('may decline: who waits for the one that does gets its result', () => {
    const a = loop.createTask(
      (function* () {
        try {
          yield* task('b');
        } catch (error) {
          log.note(`a declines ${repr(error)}`);
        }
        yield* sleep(1);
        return 'result';
      })(),
      { name: 'a' },
    );
    tasks.set('a', a);
    make('b', () => a);
    runBriefly(loop);
    a.cancel('m');
    loop.runUntilComplete(wait([a, task('b')]));
    expect(log.entries).to.deep.equal(["a declines CancelledError('m')@0", "b got 'result'@1"]);
  });

  it('are cancelled through a gather', () => {
    make('a', () => gather([task('b'), sleep(9)]));
    make('b', () => task('a'));
    runBriefly(loop, 2);
    task('a').cancel('m');
    runBriefly(loop, 4);
    expect(log.entries).to.deep.equal(["a CancelledError('m')@0", "b CancelledError('m')@0"]);
    expect(states()).to.deep.equal(['a true 1', 'b true 1']);
  });

  it('are cancelled through a gather of several of them', () => {
    make('a', () => gather([task('b'), task('c')]));
    make('b', () => task('a'));
    make('c', () => task('a'));
    runBriefly(loop, 2);
    task('b').cancel('m');
    runBriefly(loop, 6);
    expect(states().map((state) => state.slice(0, 6))).to.deep.equal(['a true', 'b true', 'c true']);
  });

  it('may be one task that waits for a gather of itself', () => {
    make('a', () => gather([currentTask() as Task]));
    runBriefly(loop, 2);
    task('a').cancel('m');
    runBriefly(loop, 3);
    expect([...log.entries, ...states()]).to.deep.equal(["a CancelledError('m')@0", 'a true 1']);
  });

  it('leave nothing to complain of when they were cancelled through a gather', () => {
    const reports = collectReports(loop);
    make('a', () => gather([task('b')]));
    make('b', () => task('a'));
    runBriefly(loop, 2);
    task('a').cancel();
    runBriefly(loop, 6);
    loop.close();
    expect(reports.map(({ message }) => message)).to.deep.equal([]);
  });

  it('are a cycle no more where one of them waits for a shield', () => {
    make('a', () => shield(task('b')));
    make('b', () => task('a'));
    runBriefly(loop, 2);
    task('a').cancel('m');
    runBriefly(loop, 4);
    expect(states()).to.deep.equal(['a true 1', 'b true 0']);
  });

  it('are a deadlock, after which they can still be cancelled', () => {
    makeRing();
    const error = thrownBy(() => loop.runUntilComplete(task('c'))) as DeadlockError;
    expect(error).to.be.an.instanceOf(DeadlockError);
    expect(error.cycle.map((each) => each.getName())).to.deep.equal(['a', 'b']);
    task('c').cancel('m');
    expect(repr(thrownBy(() => loop.runUntilComplete(task('c'))))).to.equal('CancelledError()');
    expect(states()).to.deep.equal(['a true 1', 'b true 1', 'c true 1']);
  });

  it('are shown with dots where the round closes', () => {
    makeRing();
    const text = String(task('a')).replaceAll(/ running( at [^>]*)?>/g, '>');
    expect(text).to.equal(
      "<Task pending name='a' coro=<main()> wait_for=<Task pending name='b' coro=<main()> wait_for=... " +
        'cb=[Task.task_wakeup()]> cb=[Task.task_wakeup(), Task.task_wakeup()]>',
    );
  });
});
