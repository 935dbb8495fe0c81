import { expect } from 'chai';
import { EventLoop, run, sleep } from '../../lib';
import { host } from './chains';

/** What is there to be found. */
const things = { used: { name: 'used' }, given: { name: 'given' }, left: { name: 'left' } };
let found: unknown[] | undefined;

function look(..._given: unknown[]): void {
  found = host.valuesUnderWay();
}

/** Has three things in variables that nobody else sees, and goes on with one of them when it has called `call`. */
function calls(call: (given: unknown) => void): unknown {
  const { used, given, left } = things;
  const names = [left.name];
  call(given);
  return [used, names.length];
}

function callsInLoop(): void {
  const { left } = things;
  for (let i = 0; i < 2; i++) {
    if (i > 0) look(left);
  }
}

const runs = () => run(sleep(0), { loopFactory: () => watched(() => look()) });

/** A loop on which `call` is called. */
function watched(call: () => void): EventLoop {
  const loop = new EventLoop();
  loop.callSoon(call);
  return loop;
}

describe('NodeHost.valuesUnderWay', () => {
  it('gives what the callers will still use, and not what they are done with, or have handed over', () => {
    calls(look);
    expect(found).to.include(things.used);
    expect(found).to.not.include.members([things.given]);
    expect(found).to.not.include.members([things.left]);
  });

  it('gives what a caller uses in a loop that goes on', () => {
    callsInLoop();
    expect(found).to.include(things.left);
  });

  it('gives what those will use who have a loop run', () => {
    calls(() => watched(look).runUntilComplete(sleep(0)));
    expect(found).to.include(things.used);
  });

  it('gives nothing where it was `run` that has the loop run, as that closes the loop', () => {
    calls(runs);
    const own = Object.values(things);
    expect(found?.filter((each) => own.some((thing) => thing === each))).to.deep.equal([]);
  });
});
