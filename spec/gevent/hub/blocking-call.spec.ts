import { expect } from 'chai';
import { EventLoop, gevent } from '../../../lib';
import type { Blocking } from '../../../lib/gevent/hub/blocking-call';
import { is, type Same } from '../../same-type';
import { onNewLoops } from '../support';

describe('Blocking', () => {
  onNewLoops();

  it('is its result where main calls', () => {
    const greenlet = gevent.spawn(() => ['a', 'b']);
    const result: string[] = greenlet.get();
    expect(result).to.deep.equal(['a', 'b']);
  });

  it('gives its result by yield* in a generator, and by await in an async function', () => {
    const queue = new gevent.Queue<{ n: number }>(null, [{ n: 1 }, { n: 2 }]);
    const generator = gevent.spawn(function* () {
      const item = yield* queue.get();
      is<Same<typeof item, { n: number }>>();
      return item.n === 1;
    });
    const asyncFunction = gevent.spawn(async () => (await queue.get()).n);
    expect([generator.get(), asyncFunction.get()]).to.deep.equal([true, 2]);
  });

  it('is for main, within a generator that main has run, what it is for a greenlet', () => {
    const result = gevent.withTimeout(5, function* () {
      yield* gevent.sleep(1);
      return yield* gevent.spawn(() => 'result').get();
    });
    expect(result).to.equal('result');
  });

  it('is thrown into such a generator, where it fails', () => {
    const result = gevent.withTimeout(5, function* () {
      try {
        yield* new gevent.Queue().get({ timeout: 1 });
      } catch (error) {
        return (error as Error).name;
      }
      return '';
    });
    expect(result).to.equal('Empty');
  });

  it('waits on the loop that is running', () => {
    const loop = new EventLoop();
    loop.runUntilComplete(waiter());
    expect(loop.time()).to.equal(1);
  });
});

function* waiter() {
  const nothing: Blocking<void> = gevent.sleep(1);
  yield* nothing;
}
