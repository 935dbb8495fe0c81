import { expect } from 'chai';
import { Turns } from '../../../lib/gevent/hub/turns';

describe('Turns', () => {
  let now: number;
  let isMoreDue: boolean;
  let turns: Turns;

  beforeEach(() => {
    now = 0;
    isMoreDue = false;
    turns = new Turns({ time: () => now, hasMoreDue: () => isMoreDue });
  });

  it('give timers theirs when no callback is scheduled', () => {
    expect(turns.isTimersTurn()).to.equal(true);
    turns.callbackScheduled();
    turns.callbackScheduled();
    expect(turns.isTimersTurn()).to.equal(true);
    turns.callbackBegun();
    expect(turns.isTimersTurn()).to.equal(false);
    turns.callbackStopped();
    expect(turns.isTimersTurn()).to.equal(true);
  });

  it('let timers begin only when all that are due are there', () => {
    isMoreDue = true;
    expect(turns.isTimersTurn()).to.equal(false);
    isMoreDue = false;
    expect(turns.isTimersTurn()).to.equal(true);
  });

  it('let timers in between where callbacks take no time, but never end', () => {
    const begun = 5000;
    for (let i = 0; i <= begun; i++) turns.callbackScheduled();
    for (let i = 1; i < begun; i++) turns.callbackBegun();
    expect(turns.isTimersTurn()).to.equal(false);
    turns.callbackBegun();
    expect(turns.isTimersTurn()).to.equal(true);
  });

  it('let timers in between, after many callbacks that have taken long', () => {
    for (let i = 0; i <= 60; i++) turns.callbackScheduled();
    for (let i = 0; i < 50; i++) turns.callbackBegun();
    expect(turns.isTimersTurn()).to.equal(false);
    now = 0.005;
    expect(turns.isTimersTurn()).to.equal(true);
    turns.callbackBegun();
    expect(turns.isTimersTurn()).to.equal(false);
  });
});
