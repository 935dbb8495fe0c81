import { expect } from 'chai';
import { EventLoop, type Future } from '../../lib';
import { Log, runBriefly } from '../support';

describe('Future.removeDoneCallback', () => {
  let loop: EventLoop;
  let log: Log;
  let future: Future<string>;

  const [a, b, c] = ['a', 'b', 'c'].map((name) => () => log.note(name)) as [() => void, () => void, () => void];

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    future = loop.createFuture();
  });

  /** End the future, and give the names of the callbacks that are called. */
  function called(): string[] {
    expect(log.entries).to.deep.equal([]);
    future.setResult('done');
    runBriefly(loop);
    expect(future.result()).to.equal('done');
    return log.entries;
  }

  for (const [which, removed, left] of [
    ['the first', [a, a], ['b@0', 'c@0']],
    ['the first and the second', [a, b, a], ['c@0']],
    ['the last', [c, c], ['a@0', 'b@0']],
  ] as const) {
    it(`of ${which} of three leaves the others, in their order, though it is called too often`, () => {
      for (const callback of [a, b, c]) future.addDoneCallback(callback);
      for (const callback of removed) future.removeDoneCallback(callback);
      expect(called()).to.deep.equal(left);
    });
  }

  it('counts what it removes: each time that the callback was added', () => {
    future.addDoneCallback(a);
    future.addDoneCallback(b);
    const counts = [future.removeDoneCallback(b), future.removeDoneCallback(c)];
    future.addDoneCallback(b);
    for (let i = 0; i < 5; i++) future.addDoneCallback(a);
    expect([...counts, future.removeDoneCallback(a)]).to.deep.equal([1, 0, 6]);
    expect(called()).to.deep.equal(['b@0']);
  });

  it('in a callback removes none of those that were scheduled with it', () => {
    future.addDoneCallback(() => log.note(`removed ${future.removeDoneCallback(a)}`));
    future.addDoneCallback(a);
    future.addDoneCallback(a);
    expect(called()).to.deep.equal(['removed 0@0', 'a@0', 'a@0']);
  });
});
