import { expect } from 'chai';
import { createTask, Event, EventLoop, getcurrent, greenlet, Lock, type RawGreenlet, sleep } from '../../../lib';
import * as gevent from '../../../lib/gevent/gevent';
import { getNetwork } from '../../../lib/net/kernel/network';
import { openConnection } from '../../../lib/net/stream/open-connection';
import { startServer } from '../../../lib/net/stream/start-server';
import { lookForDeadTasks } from '../../../lib/trace/dead/liveness';
import { acquires, deadIn, host } from './dead-programs';

/** Waits for an event that nobody in sight of the loop has. */
function waits() {
  createTask(new Event().wait(), { name: 'waits' });
}

function* setsWhenSwitchedTo(event: Event): Generator<unknown, void, unknown> {
  yield* getcurrent().parent.switch();
  event.set();
}

async function switchesLater(worker: RawGreenlet) {
  await sleep(9);
  worker.switch();
}

function* setsAfterNap(event: Event): Generator<unknown, void, unknown> {
  yield* gevent.sleep(9);
  event.set();
}

describe('Where somebody may come from outside, a task is not dead that waits', () => {
  before(() => host.watch());
  after(() => host.unwatch());

  it('for what a suspended greenlet holds that a task will switch to', () => {
    const main = async () => {
      const event = new Event();
      const worker = greenlet(setsWhenSwitchedTo);
      worker.switch(event);
      createTask(switchesLater(worker));
      createTask(event.wait(), { name: 'waits' });
    };
    expect(deadIn(main, { lost: true })).to.deep.equal(['lost']);
  });

  it('for a greenlet of gevent, or for anything else where there are any', () => {
    const main = async () => {
      const event = new Event();
      gevent.spawn(setsAfterNap, event);
      createTask(event.wait(), { name: 'waits' });
      waits();
    };
    expect(deadIn(main)).to.deep.equal([]);
  });

  it('for a connection to be made or for bytes to come, or for anything else where there is a network', () => {
    const main = async () => {
      getNetwork().addHost('far', { latency: 9 });
      await startServer(() => {}, 'localhost', 80);
      createTask(openConnection('localhost', 80), { name: 'client' });
      waits();
    };
    expect(deadIn(main)).to.deep.equal([]);
  });

  it('while main, which runs no loop but waits for a greenlet that does, may hold anything', () => {
    const loop = new EventLoop();
    const event = new Event();
    const task = loop.createTask(event.wait(), { name: 'waits' });
    loop.callLater(1, () => {});
    const runner = greenlet(function* runner() {
      loop.step();
      return lookForDeadTasks(loop, { host }).dead.length;
    });
    const found = runner.switch();
    expect([found, lookForDeadTasks(loop, { host }).dead]).to.deep.equal([0, [task]]);
  });

  it('and yet it is, if it waits for another, and that for it', () => {
    const main = async () => {
      getNetwork().localhost.listen('localhost', 80);
      const [first, second] = [new Lock(), new Lock()];
      createTask(acquires(first, second), { name: 'one' });
      createTask(acquires(second, first), { name: 'other' });
    };
    expect(deadIn(main)).to.deep.equal(['one', 'other']);
  });
});
