import { expect } from 'chai';
import { Event, EventLoop, Lock, sleep } from '../../../lib';
import type { Observer } from '../../../lib/future/observer';
import { DeadTaskWatch } from '../../../lib/trace/dead/dead-task-watch';
import type { Host } from '../../../lib/trace/host';
import { acquires, host, stubborn, ticks, waitsInVain } from './dead-programs';

describe('DeadTaskWatch', () => {
  let loop: EventLoop;
  let log: string[];

  before(() => host.watch());
  after(() => host.unwatch());

  beforeEach(() => {
    loop = new EventLoop();
    log = [];
  });

  /** Have the loop watched, and note the names of those that are reported. */
  function watch(by?: Host): void {
    const watch = new DeadTaskWatch(loop, by);
    const noted = {
      taskSuspended: () => watch.taskSuspended(),
      handleEnded() {
        const found = watch.handleEnded();
        if (found !== undefined)
          log.push(`${found.tasks.map(({ task }) => task.getName()).join(' and ')}@${loop.time()}`);
      },
    };
    loop.observer = new Proxy({} as Observer, {
      get: (_, name: keyof Observer) => (name in noted ? noted[name as keyof typeof noted] : () => {}),
    });
  }

  function deadlock(names = 'ab', seconds = 0): void {
    const [first, second] = [new Lock(), new Lock()];
    const start = async (one: Lock, other: Lock) => {
      await sleep(seconds);
      await acquires(one, other);
    };
    loop.createTask(start(first, second), { name: names[0] });
    loop.createTask(start(second, first), { name: names[1] });
  }

  /** A host that counts how often it is asked. All that it knows is that every function holds `thing`. */
  function countingHost(thing: unknown): { readonly host: Host; asked(): number } {
    let count = 0;
    const counting = { contentsOf: () => [thing], hidesSomething: () => ++count === 0, chainOf: () => [] };
    return { host: counting as unknown as Host, asked: () => count };
  }

  it('reports those that wait for each other as soon as time has to pass', () => {
    watch();
    deadlock();
    loop.runUntilComplete(sleep(3));
    expect(log).to.deep.equal(['a and b@1']);
  });

  it('reports each once, and each group by itself', () => {
    watch();
    loop.createTask(ticks());
    deadlock('ab');
    deadlock('cd', 2);
    loop.runUntilComplete(sleep(9));
    expect(log).to.deep.equal(['a and b@1', 'c and d@3']);
  });

  it('reports those that wait in vain, where there is a host', () => {
    watch(host);
    loop.createTask(ticks());
    loop.createTask(waitsInVain(), { name: 'lost' });
    loop.runUntilComplete(sleep(3));
    expect(log).to.deep.equal(['lost@0']);
  });

  it('reports one again that was cancelled, and waits in vain once more', () => {
    watch(host);
    loop.createTask(ticks());
    const task = loop.createTask(stubborn(), { name: 'stubborn' });
    loop.runUntilComplete(sleep(1));
    task.cancel();
    loop.runUntilComplete(sleep(1));
    expect(log).to.deep.equal(['stubborn@0', 'stubborn@1']);
  });

  it('looks by waits and owners only once enough tasks were suspended: many take long to look at', () => {
    watch();
    for (let i = 0; i < 800; i++) loop.createTask(sleep(1000 + i));
    loop.runUntilComplete(sleep(0.5));
    deadlock();
    loop.createTask(ticks());
    loop.runUntilComplete(sleep(200));
    const [when = ''] = log.map((entry) => entry.replace('a and b@', ''));
    expect([log.length, Number(when) > 50, Number(when) < 150]).to.deep.equal([1, true, true]);
  });

  describe('with a host', () => {
    it('asks it at the first waits, and then less and less often', () => {
      const event = new Event();
      const { host: counting, asked } = countingHost(event);
      const asks: number[] = [];
      watch(counting);
      loop.createTask(event.wait());
      const counts = async () => {
        for (let i = 1; i <= 40; i++) {
          const before = asked();
          await sleep(1);
          if (asked() > before) asks.push(i);
        }
      };
      loop.runUntilComplete(counts());
      expect(asks).to.deep.equal([1, 2, 3, 4, 6, 8, 11, 14, 18, 23, 29, 37]);
    });

    it('asks it two thousand times, and more only as tasks go on', () => {
      let asked = 0;
      // Each look comes to an end when it has asked 430 times.
      const weary = { contentsOf: () => [], hidesSomething: () => ++asked % 430 === 0 };
      watch(weary as unknown as Host);
      loop.createTask(new Event().wait());
      for (let i = 0; i < 500; i++) loop.createTask(sleep(10_000));
      loop.createTask(ticks());
      loop.runUntilComplete(sleep(100));
      const before = asked;
      loop.runUntilComplete(sleep(300));
      expect([before, asked]).to.deep.equal([5 * 430, 6 * 430]);
    });
  });
});
