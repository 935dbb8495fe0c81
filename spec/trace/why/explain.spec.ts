import { expect } from 'chai';
import { coroutine, createTask, sleep, wait } from '../../../lib';
import type { Trace, TraceEvent } from '../../../lib/trace/trace-event';
import { explain } from '../../../lib/trace/why/explain';
import { placingHost, recordedTrace } from '../recorded-trace';

const TROUBLED = recordedTrace(
  coroutine(function* main() {
    const task = createTask(sleep(9), { name: 'first' });
    yield* sleep(1);
    task.cancel('enough');
    yield* wait([task]);
    coroutine(function* hello() {})();
  }),
  { host: placingHost() },
);

/** The trace with another event, before its end. */
function withEvent({ header, events }: Trace, event: Partial<TraceEvent>): Trace {
  const end = events.at(-1) as TraceEvent;
  const added = { n: end.n, time: end.time, cause: 0, ...event } as TraceEvent;
  return { header, events: [...events.slice(0, -1), added, { ...end, n: end.n + 1 }] };
}

describe('explain', () => {
  it('tells of cancellations and of what was left behind, a section each', () => {
    expect(explain(TROUBLED)).to.equal(
      [
        'Cancellations',
        '',
        "  main asked first to end at 1s, with the message 'enough', in main (app.ts:1)",
        '    CancelledError: enough was thrown into first at 1s, in sleep (app.ts:20)',
        '    first ended at 1s, as cancelled',
        '',
        'Left behind',
        '',
        "  The loop complained at 1s: coroutine 'hello' was never awaited, made in main (app.ts:1)",
      ].join('\n'),
    );
  });

  it('tells of deadlocks first, with who waits for whom', () => {
    const quiet = recordedTrace(coroutine(function* main() {}));
    const stuck = withEvent(quiet, { type: 'deadlock', tasks: [1], text: 'main waits for itself\n  in main' });
    expect(explain(stuck)).to.equal(
      [
        'Deadlocks',
        '',
        '  main came to a standstill at 0s, for ever',
        '    main waits for itself',
        '      in main',
      ].join('\n'),
    );
  });

  it('says so when there is nothing to tell', () => {
    const quiet = recordedTrace(coroutine(function* main() {}));
    expect(explain(quiet)).to.equal('Nothing to explain: no deadlock, no cancellation, and nothing was left behind.');
  });

  it('cuts a long story, and says how much is left out', () => {
    const trace = recordedTrace(
      coroutine(function* main() {
        const task = createTask(stubborn(), { name: 'first' });
        yield* sleep(0);
        for (let i = 0; i < 101; i++) {
          task.cancel();
          yield* sleep(0);
          yield* sleep(0);
        }
        yield* wait([task]);
      }),
    );
    expect(explain(trace).split('\n').at(-1)).to.equal('  and 1 more');
  });
});

/** What swallows 101 requests to end. */
const stubborn = coroutine(function* stubborn() {
  for (let i = 0; i < 101; i++) {
    try {
      yield* sleep(9);
    } catch {}
  }
});
