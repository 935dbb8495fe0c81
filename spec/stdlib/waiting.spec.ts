import { expect } from 'chai';
import { time } from '../../lib';
import { type Blocking, patchedWaiting, patchWaiting, type Steps, type Waiting } from '../../lib/stdlib/waiting';
import { onNewWorlds } from './support';

describe('The way in which blocking calls wait', () => {
  onNewWorlds();

  it('is the usual one, unless another was put in place', () => {
    expect(patchedWaiting()).to.equal(undefined);
  });

  it('is asked by each call, from when it was put in place until it is taken away', () => {
    const log: unknown[] = [];
    const noting: Waiting = {
      call<T>(name: string, steps: () => Steps<T>) {
        log.push(name);
        return steps().next().value as Blocking<T>;
      },
      *sleep(seconds) {
        log.push(seconds);
      },
      *untilReady() {
        return true;
      },
    };
    patchWaiting(noting);
    time.sleep(2);
    patchWaiting(undefined);
    time.sleep(3);
    expect([...log, time.monotonic()]).to.deep.equal(['time.sleep', 2, 3]);
  });
});
