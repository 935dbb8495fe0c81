import { expect } from 'chai';
import { Event, EventLoop, Lock, run, sleep } from '../../../lib';
import type { Observer } from '../../../lib/future/observer';
import * as gevent from '../../../lib/gevent/gevent';
import { DeadTaskWatch } from '../../../lib/trace/dead/dead-task-watch';
import type { Host } from '../../../lib/trace/host';
import { acquires, cancels, host, leavesOneWaiting, stepsOften, stubborn, ticks, waitsInVain } from './dead-programs';

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

  it('reports those that wait for each other at the step after which they do, though others go on at once', () => {
    watch();
    deadlock();
    loop.createTask(stepsOften(300, () => log.push('a step')));
    loop.runUntilComplete(sleep(3));
    expect(log.slice(0, 3)).to.deep.equal(['a step', 'a step', 'a step']);
    expect(log.indexOf('a and b@1')).to.equal(log.length - 1);
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
    run(sleep(3), { loopFactory: () => loop });
    expect(log).to.deep.equal(['lost@0']);
  });

  it('reports one again that was cancelled, and waits in vain once more', () => {
    watch(host);
    loop.createTask(ticks());
    loop.createTask(stubborn(), { name: 'stubborn' });
    run(cancels('stubborn'), { loopFactory: () => loop });
    expect(log.map((entry) => entry.replace(/@.*/, ''))).to.deep.equal(['stubborn', 'stubborn']);
  });

  it('reports nothing of a loop that is about to stop', () => {
    watch(host);
    run(leavesOneWaiting(), { loopFactory: () => loop });
    expect(log).to.deep.equal([]);
  });

  describe('looks by waits and owners less often where tasks are many, as that takes long:', () => {
    /** Have two deadlocked at once among many who sleep, and give when that was reported. */
    function whenReported(): number {
      for (let i = 0; i < 5000; i++) loop.createTask(sleep(1000 + i));
      loop.runUntilComplete(sleep(0.5));
      deadlock();
      loop.createTask(ticks());
      loop.runUntilComplete(sleep(500));
      return Number(log.join().replace('a and b@', ''));
    }

    it('where there is no host', () => {
      watch();
      expect(whenReported()).to.be.within(50, 400);
    });

    it('where there is one, which is not asked, as somebody may come from outside', () => {
      loop.callSoon(() => gevent.spawn(() => {}));
      watch(host);
      expect(whenReported()).to.be.within(50, 400);
    });
  });

  it('asks a host at each step, as long as that is little trouble, and then less and less often', () => {
    const event = new Event();
    const { host: counting, asked } = countingHost(event);
    const asks: number[] = [];
    watch(counting);
    loop.createTask(event.wait());
    const counts = async () => {
      for (let i = 1; i <= 1000; i++) {
        const before = asked();
        await sleep(1);
        asks.push(asked() - before);
      }
    };
    loop.runUntilComplete(counts());
    expect(asks.slice(1, 100).every((count) => count > 0)).to.equal(true);
    expect(asks.slice(800).filter((count) => count > 0).length).to.be.within(20, 150);
  });
});
