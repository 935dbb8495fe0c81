import { expect } from 'chai';
import { coroutine, createTask, EventLoop, getRunningLoop, sleep, type Task } from '../../lib';
import type { Frame } from '../../lib/stack';
import { collectReports } from '../support';
import { loggedBy } from './captured-log';

describe('What a program leaves behind', () => {
  const hello = coroutine(function* hello() {
    yield* sleep(9);
  });
  const values = async function* values() {
    yield 1;
  };
  const fail = async () => {
    throw new Error('broken');
  };

  it('is reported in the order of its creation, of whatever kind it is', () => {
    const loop = new EventLoop();
    const reports = collectReports(loop);
    const main = async () => {
      createTask(hello(), { name: 'pending' });
      hello();
      const generator = values();
      createTask(fail(), { name: 'failed' });
      sleep(1);
      const future = getRunningLoop().createFuture();
      await sleep(1);
      future.setException(new Error('unseen'));
      await generator.next();
    };
    loop.runUntilComplete(main());
    loop.close();
    expect(
      reports.map(({ message, task, future }) => [message, ((task ?? future) as Task | undefined)?.getName?.()]),
    ).to.deep.equal([
      ['Task was destroyed but it is pending!', 'pending'],
      ["coroutine 'hello' was never awaited", undefined],
      ['<async_generator object values> was destroyed but it is not finished!', undefined],
      ['Task exception was never retrieved', 'failed'],
      ["coroutine 'sleep' was never awaited", undefined],
      ['Future exception was never retrieved', undefined],
    ]);
  });

  it('is not kept account of once the loop is left', () => {
    const loop = new EventLoop();
    const reports = collectReports(loop);
    loop.runUntilComplete(sleep(1));
    hello();
    values().next();
    loop.close();
    expect(reports).to.deep.equal([]);
  });

  describe('in debug mode', () => {
    const originOf = (loop: EventLoop, main: () => unknown): readonly Frame[] | undefined => {
      const reports = collectReports(loop);
      loop.runUntilComplete((async () => main())());
      loop.close();
      return reports.at(-1)?.sourceTraceback as readonly Frame[] | undefined;
    };

    function makeHello() {
      return hello();
    }

    it('is told where the coroutine was created: the calls that led there, the newest last', () => {
      const origin = originOf(new EventLoop({ debug: true }), makeHello);
      expect([origin?.at(-1)?.name, origin?.at(-1)?.file, origin?.at(-1)?.line]).to.deep.equal([
        'makeHello',
        __filename,
        65,
      ]);
    });

    it('is told so of an async function, the function itself being the last', () => {
      const goodbye = async () => {};
      expect(originOf(new EventLoop({ debug: true }), () => void goodbye())?.at(-1)?.name).to.equal('goodbye');
    });

    it('is told so by the log, as of other things', () => {
      const loop = new EventLoop({ debug: true });
      loop.runUntilComplete((async () => void makeHello())());
      const [text = '', ...more] = loggedBy(() => loop.close());
      expect(text).to.match(
        /^coroutine 'hello' was never awaited\ncoroutine: <coroutine object hello>\nsourceTraceback: Object created at \(most recent call last\):\n(?: {2}File ".*", line \d+, in .*\n)* {2}File ".*leftovers-order\.spec\.ts", line 65, in makeHello$/,
      );
      expect(more).to.deep.equal([]);
    });

    it('is told so from the iteration after the mode was turned on', () => {
      const loop = new EventLoop();
      const reports = collectReports(loop);
      const main = coroutine(function* main() {
        loop.setDebug(true);
        hello();
        yield* sleep(0);
        hello();
      });
      loop.runUntilComplete(main());
      loop.close();
      expect(reports.map(({ sourceTraceback }) => sourceTraceback !== undefined)).to.deep.equal([false, true]);
    });

    it('alone: otherwise nobody looks, as it takes time', () => {
      expect(originOf(new EventLoop(), makeHello)).to.equal(undefined);
    });
  });
});
