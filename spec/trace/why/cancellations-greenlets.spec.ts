import { expect } from 'chai';
import { getEventLoop, gevent } from '../../../lib';
import { cancellations } from '../../../lib/trace/why/cancellations';
import { TraceIndex } from '../../../lib/trace/why/trace-index';
import { onNewLoops } from '../../gevent/support';
import { greenletTrace } from '../greenlet-trace';
import { placingHost } from '../recorded-trace';

type Body = Generator<unknown, void, unknown>;

/** What is told of each request to end in a program of gevent's that begins with `main`. */
function storiesOf(main: () => Body): string[][] {
  const trace = greenletTrace(
    (recorder) => {
      const loop = getEventLoop();
      loop.observer = recorder.watch(loop);
      gevent.spawn(main).join();
    },
    { host: placingHost() },
  );
  const stories = cancellations(new TraceIndex(trace)).map(({ fate, story }) => [
    ...story.map(({ sentence }) => sentence.replace(/(app\.ts):\d+/, '$1')),
    fate,
  ]);
  return stories;
}

function* sleeps(): Body {
  yield* gevent.sleep(9);
}

function* swallows(): Body {
  try {
    yield* gevent.sleep(9);
  } catch {
    yield* gevent.sleep(1);
  }
}

describe('cancellations tells of a greenlet that is killed', () => {
  onNewLoops();

  const BEGUN = 'Greenlet-1';

  it('who asked, where, where it landed, and that it ended by it', () => {
    const [story] = storiesOf(function* main() {
      const greenlet = gevent.spawn(sleeps);
      yield* gevent.sleep(1);
      yield* greenlet.kill();
    });
    expect(story).to.deep.equal([
      `Greenlet-0 asked ${BEGUN} to end at 1s, in main (app.ts)`,
      `GreenletExit was thrown into ${BEGUN} at 1s, in generator (app.ts)`,
      `${BEGUN} ended at 1s, by GreenletExit`,
      'cancelled',
    ]);
  });

  it('that it swallowed the GreenletExit', () => {
    const [story] = storiesOf(function* main() {
      const greenlet = gevent.spawn(swallows);
      yield* gevent.sleep(1);
      yield* gevent.killall([greenlet]);
    });
    expect(story?.slice(2)).to.deep.equal([
      `${BEGUN} began to wait at 1s, for sleep until 2s, in generator (app.ts): it swallowed the GreenletExit`,
      'swallowed',
    ]);
  });

  it('with what, where that is another exception, as which it failed', () => {
    const [story] = storiesOf(function* main() {
      const greenlet = gevent.spawn(sleeps);
      yield* gevent.sleep(1);
      gevent.kill(greenlet, new RangeError('enough'));
      yield* greenlet.join();
    });
    expect(story).to.deep.equal([
      `Greenlet-0 asked ${BEGUN} to end at 1s, with the message 'RangeError: enough', in main (app.ts)`,
      `RangeError: enough was thrown into ${BEGUN} at 1s, in generator (app.ts)`,
      `${BEGUN} failed at 1s, with RangeError: enough`,
      'turned',
    ]);
  });

  it('that one which had not begun never did', () => {
    const [story] = storiesOf(function* main() {
      yield* gevent.spawn(sleeps).kill();
    });
    expect(story?.slice(1)).to.deep.equal([`${BEGUN} ended at 0s, by GreenletExit`, 'cancelled']);
  });
});
