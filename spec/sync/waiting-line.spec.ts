import { expect } from 'chai';
import { EventLoop, type Future, type Task } from '../../lib';
import { WaitingLine } from '../../lib/sync/waiting-line';
import { Log, runBriefly } from '../support';

describe('WaitingLine', () => {
  let loop: EventLoop;
  let log: Log;
  let line: WaitingLine;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    line = new WaitingLine();
  });

  function* stand(name: string) {
    try {
      yield* line.wait(loop.createFuture() as Future<void>);
      log.note(`${name} woken`);
    } catch (error) {
      log.note(`${name} ${(error as Error).name}`);
    }
  }

  /** Have tasks of these names stand in line. */
  function join(...names: string[]): Task<void>[] {
    const tasks = names.map((name) => loop.createTask(stand(name)));
    runBriefly(loop);
    return tasks;
  }

  it('is empty at first, and wakes nobody then', () => {
    line.wakeFirst();
    expect([line.length, line.hasTakers(), line.wake(9)]).to.deep.equal([0, false, 0]);
  });

  it('wakes the first so many, and tells how many they were', () => {
    join('a', 'b', 'c', 'd');
    const woken = [line.wake(2), line.wake(0), line.wake(9)];
    runBriefly(loop);
    expect(woken).to.deep.equal([2, 0, 2]);
    expect(log.entries).to.deep.equal(['a woken@0', 'b woken@0', 'c woken@0', 'd woken@0']);
  });

  it('wakes all when asked for any number', () => {
    join('a', 'b', 'c');
    expect(line.wake(Infinity)).to.equal(3);
  });

  it('passes over those that are woken or cancelled, when it wakes so many', () => {
    const [, second] = join('a', 'b', 'c', 'd') as [Task, Task];
    line.wake(1);
    second.cancel();
    line.wake(1);
    runBriefly(loop);
    expect(log.entries).to.deep.equal(['a woken@0', 'b CancelledError@0', 'c woken@0']);
  });

  it('wakes nobody in place of a head that is woken or cancelled, when it wakes the first', () => {
    const [first] = join('a', 'b', 'c') as [Task];
    first.cancel();
    line.wakeFirst();
    runBriefly(loop);
    line.wakeFirst();
    line.wakeFirst();
    runBriefly(loop);
    expect(log.entries).to.deep.equal(['a CancelledError@0', 'b woken@0']);
  });

  it('holds the woken and the cancelled until their tasks have run', () => {
    const [, second] = join('a', 'b', 'c') as [Task, Task];
    line.wake(1);
    second.cancel();
    const before = line.length;
    runBriefly(loop);
    expect([before, line.length]).to.deep.equal([3, 1]);
  });

  it('has takers while anybody in it is not cancelled, woken ones included', () => {
    const [first, second] = join('a', 'b') as [Task, Task];
    const seen = [line.hasTakers()];
    line.wake(1);
    second.cancel();
    seen.push(line.hasTakers());
    runBriefly(loop);
    seen.push(line.hasTakers());
    const [third] = join('c') as [Task];
    third.cancel();
    seen.push(line.hasTakers());
    expect([...seen, first.done()]).to.deep.equal([true, true, false, false, true]);
  });

  it('is left by a coroutine that is closed while it stands there', () => {
    const waiting = stand('a');
    waiting.next();
    const before = line.length;
    waiting.return();
    expect([before, line.length, log.entries]).to.deep.equal([1, 0, []]);
  });
});
