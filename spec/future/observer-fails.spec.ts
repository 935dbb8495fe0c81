import { expect } from 'chai';
import { EventLoop, Future, sleep } from '../../lib';
import type { Observer } from '../../lib/future/observer';
import { thrownBy } from '../support';

describe('An observer that throws, which none should,', () => {
  let loop: EventLoop;
  let log: string[];

  beforeEach(() => {
    loop = new EventLoop();
    log = [];
    loop.callSoon(() => log.push('run'));
  });

  /** An observer that fails when it is told of `what` for the first time. */
  function failingAt(what: keyof Observer): Observer {
    let hasFailed = false;
    const fail = (): void => {
      if (hasFailed) return;
      hasFailed = true;
      throw new Error(`no more: ${what}`);
    };
    return new Proxy({} as Observer, { get: (_, name) => (name === what ? fail : () => {}) });
  }

  for (const what of ['handleBegun', 'iterationBegun'] as const) {
    it(`ends the run, where that is of ${what}`, () => {
      loop.observer = failingAt(what);
      expect(thrownBy(() => loop.runOnce()).message).to.equal(`no more: ${what}`);
      expect([loop.isRunning(), log]).to.deep.equal([false, []]);
    });
  }

  it('has a handle dropped that was to be run: that is how a limit of steps works', () => {
    loop.observer = failingAt('handleBegun');
    loop.callSoon(() => log.push('the next'));
    thrownBy(() => loop.runOnce());
    loop.runOnce();
    expect(log).to.deep.equal(['the next']);
  });

  it('fails whatever the program did to be told of', () => {
    loop.observer = failingAt('handleScheduled');
    expect(thrownBy(() => loop.callSoon(() => {})).message).to.equal('no more: handleScheduled');
  });

  it('fails a task, where that is of what its coroutine does', () => {
    const task = loop.createTask(
      (async () => {
        new Future(loop).setResult(1);
      })(),
    );
    loop.observer = failingAt('futureDone');
    expect(thrownBy(() => loop.runUntilComplete(task)).message).to.equal('no more: futureDone');
  });

  it('leaves the loop as it is, to go on unwatched', () => {
    loop.observer = failingAt('iterationBegun');
    thrownBy(() => loop.runOnce());
    loop.observer = undefined;
    loop.runUntilComplete(sleep(1));
    expect(log).to.deep.equal(['run']);
  });
});
