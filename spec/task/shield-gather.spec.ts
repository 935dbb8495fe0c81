import { expect } from 'chai';
import { CancelledError, coroutine, EventLoop, gather, shield } from '../../lib';
import { runBriefly, thrownBy } from '../support';

describe('shield, among other futures', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  it('has the result, where it is run, that the inner future was given before', () => {
    const inner = loop.createFuture<number>();
    const outer = shield(inner);
    inner.setResult(42);
    expect(loop.runUntilComplete(outer)).to.equal(42);
  });

  it('forgets its own callbacks once it is cancelled', () => {
    const told: string[] = [];
    const outer = shield(loop.createFuture());
    const callback = () => told.push('told');
    outer.addDoneCallback(callback);
    runBriefly(loop);
    outer.cancel();
    runBriefly(loop);
    expect([outer.cancelled(), outer.removeDoneCallback(callback), told]).to.deep.equal([true, 0, ['told']]);
  });

  it('of a coroutine lets that go on to its end, though the one who awaits it is cancelled', () => {
    const reached: string[] = [];
    const waiter = loop.createFuture<void>();
    const inner = coroutine(function* () {
      yield* waiter;
      reached.push('inner');
    });
    const main = async () => {
      await shield(inner());
      reached.push('outer');
    };
    const task = loop.createTask(main());
    runBriefly(loop);
    task.cancel();
    expect(thrownBy(() => loop.runUntilComplete(task))).to.be.an.instanceOf(CancelledError);
    waiter.setResult();
    runBriefly(loop);
    expect([reached, waiter.cancelled()]).to.deep.equal([['inner'], false]);
  });

  it('of a gather keeps a cancellation from it, which then has its results', () => {
    const [one, two] = [loop.createFuture<number>(), loop.createFuture<number>()];
    const parent = gather([one, two]);
    const outer = shield(parent);
    runBriefly(loop);
    outer.cancel();
    runBriefly(loop);
    expect(outer.cancelled()).to.equal(true);
    one.setResult(1);
    two.setResult(2);
    runBriefly(loop);
    expect(parent.result()).to.deep.equal([1, 2]);
  });

  it('in a gather that is cancelled is cancelled itself, and the inner futures are not', () => {
    const children = [loop.createFuture<number>(), loop.createFuture<number>()];
    const shields = children.map((child) => shield(child));
    const parent = gather(shields);
    runBriefly(loop);
    parent.cancel();
    runBriefly(loop);
    expect(parent.exception()).to.be.an.instanceOf(CancelledError);
    expect(shields.map((outer) => outer.cancelled())).to.deep.equal([true, true]);
    expect(children.map((child) => child.done())).to.deep.equal([false, false]);
    for (const child of children) child.setResult(1);
    runBriefly(loop);
    expect(children.map((child) => child.result())).to.deep.equal([1, 1]);
  });
});
