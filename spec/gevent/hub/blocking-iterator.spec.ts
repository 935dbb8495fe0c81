import { expect } from 'chai';
import { gevent, run } from '../../../lib';
import { onNewLoops } from '../support';

const ONLY_MAIN = 'only main goes through Queue by for; others do by for await, or await each next()';

describe('What can be gone through, waiting for each', () => {
  onNewLoops();

  it('is gone through by for in main', () => {
    const greenlets = [2, 1].map((n) => gevent.spawn(gevent.sleep, n));
    expect([...gevent.iwait(greenlets)]).to.deep.equal([greenlets[1], greenlets[0]]);
  });

  it('is gone through by for await in a task', () => {
    const main = async () => {
      const texts: string[] = [];
      for await (const text of filled()) texts.push(text);
      return texts;
    };
    expect(run(main())).to.deep.equal(['a', 'b']);
  });

  it('is refused to a task that goes through it by for', () => {
    const main = async () => [...filled()];
    expect(() => run(main())).to.throw(ONLY_MAIN);
  });

  it('is refused to a generator that does, though main runs it', () => {
    const body = function* () {
      yield* gevent.sleep(1);
      return [...filled()];
    };
    expect(() => gevent.withTimeout(5, body)).to.throw(ONLY_MAIN);
  });
});

function filled(): gevent.Queue<string> {
  const queue = new gevent.Queue<string>(null, ['a', 'b']);
  queue.putNowait(gevent.StopIteration);
  return queue;
}
