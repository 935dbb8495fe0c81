import { expect } from 'chai';
import { asyncWith, coroutine, createTask, type EventLoop, Lock, Queue, sleep } from '../../../lib';
import type { EventOf, EventType } from '../../../lib/trace/event-type';
import type { Recorder } from '../../../lib/trace/record/recorder';
import { sentenceOf } from '../../../lib/trace/why/sentence';
import { lastEvent, type Main, placingHost, recordedIndex } from '../recorded-trace';

/** A program in which something of each kind happens. */
const main: Main = coroutine(function* main(loop: EventLoop, recorder: Recorder) {
  const task = createTask(sleep(1), { name: 'first' });
  const timer = loop.callLater(5, function ring() {});
  loop.callSoon(function greet() {
    recorder.wrote('out', 'hello');
  });
  yield* sleep(0);
  timer.cancel();
  task.setName('second');
  const [lock, queue] = [new Lock(), new Queue<number>()];
  queue.putNowait(1);
  yield* asyncWith(lock, () => sleep(1));
  task.cancel('late');
});

const index = recordedIndex(main, { host: placingHost() });

/** What is said of each event of `type`, without repetition. */
function said(type: EventType): string[] {
  return [
    ...new Set(index.trace.events.filter((event) => event.type === type).map((event) => sentenceOf(index, event))),
  ];
}

describe('sentenceOf', () => {
  const expected: { readonly [type in EventType]?: readonly string[] } = {
    iteration: [
      'An iteration began at 0s: 1 handle is ready',
      'An iteration began at 0s: 3 handles are ready',
      'An iteration began at 1s: 2 handles are ready',
      'An iteration began at 1s: 1 handle is ready',
    ],
    advance: ['The clock arrived at 1s, from 0s: nothing was ready before'],
    schedule: [
      'A step of main was put in the ready queue at 0s',
      'A step of first was put in the ready queue at 0s',
      'main set the timer ring() at 0s, until 5s',
      'main put the callback greet() in the ready queue at 0s',
      'first went to sleep at 0s, until 1s, in sleep (app.ts:20)',
      'main went to sleep at 0s, until 1s, in main (app.ts:10)',
      'A step of second was put in the ready queue at 1s',
      'A step of main was put in the ready queue at 1s',
      'The callback runUntilCompleteCallback() was put in the ready queue at 1s',
    ],
    due: ['The sleep of first was over at 1s', 'The sleep of main was over at 1s'],
    cancelHandle: ['main took back the timer ring() of main at 0s'],
    run: [
      'A step of main was run at 0s',
      'A step of first was run at 0s',
      'The callback greet() was run at 0s',
      'The sleep of first was over at 1s',
      'The sleep of main was over at 1s',
      'A step of second was run at 1s',
      'A step of main was run at 1s',
      'The callback runUntilCompleteCallback() was run at 1s',
    ],
    close: ['The loop was closed at 1s'],
    task: ['The program made main at 0s, in main (app.ts:1)', 'main made first at 0s, in main (app.ts:1)'],
    rename: ['first got the name second at 0s'],
    resume: [
      'main began at 0s',
      'first began at 0s',
      'main went on at 0s, in main (app.ts:10)',
      'second went on at 1s, in sleep (app.ts:20)',
      'main went on at 1s, in main (app.ts:10)',
    ],
    suspend: [
      'main gave way to others at 0s, in main (app.ts:10)',
      'first began to wait at 0s, for its sleep, until 1s, in sleep (app.ts:20)',
      'main began to wait at 0s, for its sleep, until 1s, in main (app.ts:10)',
    ],
    wake: ['second was woken at 1s', 'main was woken at 1s'],
    acquire: ['main acquired the Lock at 0s'],
    release: ['main released the Lock at 1s'],
    primitive: [
      'main left the Queue at 0s, as <Queue maxsize=0 tasks=1>',
      'main left the Lock at 0s, as <asyncio.locks.Lock object [locked]>',
      'main left the Lock at 1s, as <asyncio.locks.Lock object [unlocked]>',
    ],
    output: ['The callback greet() wrote this at 0s, in main (app.ts:1)'],
    end: ['The program ended at 1s'],
  };
  for (const [type, sentences] of Object.entries(expected)) {
    it(`tells of a '${type}' event what happened`, () => {
      expect(said(type as EventType)).to.deep.equal(sentences);
    });
  }

  it('tells of output, where its line is not known, where the task had waited', () => {
    const written = recordedIndex(
      coroutine(function* main(_loop: EventLoop, recorder: Recorder) {
        yield* sleep(1);
        recorder.wrote('out', 'hello');
      }),
      { host: { ...placingHost(), whereNow: () => undefined } },
    );
    expect(sentenceOf(written, lastEvent(written, 'output'))).to.equal(
      'main wrote this at 1s, after it had waited in main (app.ts:10)',
    );
  });

  describe('tells how a program ended:', () => {
    const end = lastEvent(index, 'end') as EventOf<'end'>;
    const ways: readonly (readonly [EventOf<'end'>['outcome'], string, string])[] = [
      [
        'error',
        'RangeError: no\n    at main',
        'The program failed at 1s, with an error that nobody caught: RangeError: no / at main',
      ],
      ['exit', 'exit status 3', 'The program ended at 1s, by process.exit: exit status 3'],
      ['limit', 'it took 10 steps', 'The program was stopped at 1s: it took 10 steps'],
    ];
    for (const [outcome, text, sentence] of ways) {
      it(outcome, () => {
        expect(sentenceOf(index, { ...end, outcome, text })).to.equal(sentence);
      });
    }
  });

  it('puts what a task waited for with regard to the task that went on', () => {
    const gathered = recordedIndex(
      coroutine(function* main() {
        const task = createTask(sleep(1), { name: 'first' });
        createTask(
          (function* () {
            yield* task;
          })(),
          { name: 'second' },
        );
        yield* task;
      }),
    );
    const [second, first] = [lastEvent(gathered, 'resume', 'second'), lastEvent(gathered, 'done', 'first')];
    const waiter = (second as EventOf<'resume'>).task;
    expect([sentenceOf(gathered, first), sentenceOf(gathered, first, waiter)]).to.deep.equal([
      'first, for which main waited, ended at 1s',
      'first, for which second waited, ended at 1s',
    ]);
  });
});
