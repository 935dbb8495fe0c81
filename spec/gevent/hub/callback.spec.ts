import { expect } from 'chai';
import { getcurrent, SystemExit, ValueError } from '../../../lib';
import { Callback } from '../../../lib/gevent/hub/callback';
import { Move } from '../../../lib/greenlet/move';
import { thrownBy } from '../../support';

describe('Callback', () => {
  const main = getcurrent();
  let log: string[];
  /** What a switch does, in turn: true for one that comes back, false for one to main, an error that comes back. */
  let outcomes: (boolean | Error)[];
  const hub = {
    make(move: Move): boolean {
      log.push(`made ${move.value}`);
      const outcome = outcomes.shift() ?? true;
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    print: (context: unknown, error: Error) => void log.push(`${context}: ${error.message}`),
    breakOff: () => void log.push('broken off'),
  };

  beforeEach(() => {
    log = [];
    outcomes = [];
  });

  it('makes the one switch that it is for', () => {
    const callback = new Callback(hub, 'name', () => new Move(main, [1]));
    expect([callback.pending, callback.active]).to.deep.equal([true, true]);
    callback.run();
    expect(log).to.deep.equal(['made 1']);
    expect([callback.pending, callback.active]).to.deep.equal([false, false]);
  });

  it('is broken off by a switch to main, and goes on from there', () => {
    outcomes = [true, false];
    const callback = new Callback(hub, 'name', work);
    callback.run();
    expect(log).to.deep.equal(['made 1', 'made 2', 'broken off']);
    expect(callback.active).to.equal(true);
    callback.goOn();
    expect(log.slice(3)).to.deep.equal(['made 3']);
    expect(callback.active).to.equal(false);
  });

  it('is thrown what comes back, and prints what it does not catch', () => {
    outcomes = [new ValueError('no')];
    new Callback(hub, 'name', work).run();
    expect(log).to.deep.equal(['made 1', 'name: no']);
  });

  it('lets through what is to end the program', () => {
    outcomes = [new SystemExit(1)];
    const callback = new Callback(hub, 'name', work);
    expect(thrownBy(() => callback.run())).to.be.instanceOf(SystemExit);
  });

  it('does nothing once it is stopped, which it tells', () => {
    const callback = new Callback(hub, 'name', work, () => void log.push('stopped'));
    callback.stop();
    callback.stop();
    expect(log).to.deep.equal(['stopped']);
    expect(callback.active).to.equal(false);
  });

  function* work() {
    for (const n of [1, 2, 3]) yield new Move(main, [n]);
  }
});
