import { expect } from 'chai';
import {
  asyncWith,
  coroutine,
  createTask,
  type EventLoop,
  gather,
  Lock,
  sleep,
  type Task,
  timeout,
  wait,
} from '../../../lib';
import type { EventType } from '../../../lib/trace/event-type';
import type { TraceIndex } from '../../../lib/trace/why/trace-index';
import { why } from '../../../lib/trace/why/why';
import { lastEvent, type Main, placingHost, recordedIndex } from '../recorded-trace';

const hello = coroutine(function* hello(seconds: number) {
  yield* sleep(seconds);
  return seconds;
});

const awaiting = coroutine(function* awaiting(task: Task) {
  yield* task;
});

/** The sentences that explain the last event of `type` about the task called `name`. */
function story(index: TraceIndex, type: EventType, name?: string): string[] {
  return why(index, lastEvent(index, type, name).n).map(({ sentence }) => sentence);
}

/** The same, for a program, in which each coroutine waits on a line of its own. */
function storyOf(main: Main, type: EventType, name?: string): string[] {
  return story(recordedIndex(main, { host: placingHost() }), type, name);
}

describe('why', () => {
  const main = (body: (loop: EventLoop) => Generator<unknown, unknown, unknown>): Main => coroutine(body);

  describe('tells what made a task go on:', () => {
    it('the timer of its sleep, who set it and where, and who made that task', () => {
      const program = main(function* main() {
        yield* createTask(hello(2), { name: 'first' });
      });
      expect(storyOf(program, 'resume', 'first')).to.deep.equal([
        'first went on at 2s, in hello (app.ts:20)',
        'The sleep of first was over at 2s',
        'first went to sleep at 0s, until 2s, in hello (app.ts:20)',
        'main made first at 0s, in main (app.ts:1)',
        'The program made main at 0s, in main (app.ts:1)',
      ]);
    });

    it('the end of a task that it awaited', () => {
      const program = main(function* main() {
        yield* createTask(hello(2), { name: 'first' });
      });
      expect(storyOf(program, 'resume', 'main').slice(0, 3)).to.deep.equal([
        'main went on at 2s, in main (app.ts:10)',
        'first, for which main waited, ended at 2s, with the result 2',
        'The sleep of first was over at 2s',
      ]);
    });

    it('the last of several that it awaited together', () => {
      const program = main(function* main() {
        yield* gather([createTask(hello(1), { name: 'first' }), createTask(hello(2), { name: 'second' })]);
      });
      expect(storyOf(program, 'resume', 'main').slice(0, 3)).to.deep.equal([
        'main went on at 2s, in main (app.ts:10)',
        'The gather for which main waited was done at 2s',
        'second ended at 2s, with the result 2',
      ]);
    });

    it('one who released the lock that it waited for', () => {
      const lock = new Lock();
      const locked = coroutine(function* locked() {
        yield* asyncWith(lock, () => sleep(2));
      });
      const program = main(function* main() {
        createTask(locked(), { name: 'first' });
        yield* createTask(locked(), { name: 'second' });
      });
      expect(storyOf(program, 'acquire', 'second').slice(0, 3)).to.deep.equal([
        'second acquired the Lock at 2s',
        'first released the Lock, for which second waited, at 2s',
        'The sleep of first was over at 2s',
      ]);
    });

    it('a future that another task set', () => {
      const program = main(function* main(loop) {
        const future = loop.createFuture();
        createTask(
          (function* () {
            yield* hello(1);
            future.setResult(5);
          })(),
          { name: 'setter' },
        );
        yield* future;
      });
      expect(storyOf(program, 'resume', 'main').slice(0, 3)).to.deep.equal([
        'main went on at 1s, in main (app.ts:10)',
        'setter set the future for which main waited at 1s, to 5',
        'The sleep of setter was over at 1s',
      ]);
    });

    it('its own giving way', () => {
      const program = main(function* main() {
        yield* sleep(0);
      });
      expect(storyOf(program, 'resume', 'main')).to.deep.equal([
        'main went on at 0s, in main (app.ts:10)',
        'main gave way to others at 0s, in main (app.ts:10)',
        'The program made main at 0s, in main (app.ts:1)',
      ]);
    });

    it('a callback that somebody had the loop call', () => {
      const program = main(function* main(loop) {
        const future = loop.createFuture();
        loop.callSoon(function ring() {
          future.setResult(undefined);
        });
        yield* future;
      });
      expect(storyOf(program, 'resume', 'main').slice(0, 3)).to.deep.equal([
        'main went on at 0s, in main (app.ts:10)',
        'The future for which main waited was done at 0s',
        'main put the callback ring() in the ready queue at 0s',
      ]);
    });
  });

  describe('tells why a CancelledError was thrown into a task:', () => {
    it('who asked it to end, and with what message', () => {
      const program = main(function* main() {
        const task = createTask(hello(9), { name: 'first' });
        yield* sleep(1);
        task.cancel('enough');
        yield* wait([task]);
      });
      expect(storyOf(program, 'resume', 'first').slice(0, 3)).to.deep.equal([
        'CancelledError: enough was thrown into first at 1s, in hello (app.ts:20)',
        "main asked first to end at 1s, with the message 'enough', in main (app.ts:1)",
        'The sleep of main was over at 1s',
      ]);
    });

    it('a request that was passed on to what a task awaited', () => {
      const program = main(function* main() {
        const inner = createTask(hello(9), { name: 'inner' }) as Task;
        const outer = createTask(awaiting(inner), { name: 'outer' });
        yield* sleep(1);
        outer.cancel();
        yield* wait([outer]);
      });
      expect(storyOf(program, 'resume', 'inner').slice(0, 3)).to.deep.equal([
        'CancelledError was thrown into inner at 1s, in hello (app.ts:20)',
        'This was passed on to inner at 1s, for which outer waited',
        'main asked outer to end at 1s, in main (app.ts:1)',
      ]);
    });

    it('a request that came before the task had begun', () => {
      const program = main(function* main() {
        createTask(hello(9), { name: 'first' }).cancel();
        yield* sleep(0);
      });
      expect(storyOf(program, 'resume', 'first').slice(0, 2)).to.deep.equal([
        'CancelledError was thrown into first at 0s, before it had begun',
        'main asked first to end at 0s, in main (app.ts:1)',
      ]);
    });

    it('its timeout, and when that was set', () => {
      const program = main(function* main() {
        yield* asyncWith(timeout(2), () => sleep(9));
      });
      expect(storyOf(program, 'resume', 'main').slice(0, 3)).to.deep.equal([
        'CancelledError was thrown into main at 2s, in main (app.ts:10)',
        'The timeout of main was over, and asked main to end at 2s',
        'main set a timeout at 0s, until 2s',
      ]);
    });

    it('the end of a task that it awaited, which was cancelled', () => {
      const program = main(function* main() {
        const task = createTask(hello(9), { name: 'first' });
        yield* sleep(1);
        task.cancel();
        yield* task;
      });
      expect(storyOf(program, 'resume', 'main').slice(0, 3)).to.deep.equal([
        'CancelledError was thrown into main at 1s, in main (app.ts:10)',
        'first, for which main waited, ended at 1s, as cancelled',
        'CancelledError was thrown into first at 1s, in hello (app.ts:20)',
      ]);
    });
  });

  it('gives the events that its sentences tell of', () => {
    const index = recordedIndex(
      main(function* main() {
        yield* sleep(1);
      }),
    );
    const types = why(index, lastEvent(index, 'resume').n).map(({ event }) => index.event(event)?.type);
    expect(types).to.deep.equal(['resume', 'done', 'schedule', 'task']);
  });

  it('gives as many links as it is asked for', () => {
    const index = recordedIndex(
      main(function* main() {
        for (let i = 0; i < 30; i++) yield* sleep(1);
      }),
    );
    const { n } = lastEvent(index, 'resume');
    expect([why(index, n).length, why(index, n, { limit: 3 }).length]).to.deep.equal([20, 3]);
  });

  it('gives nothing for an event that there is not', () => {
    const index = recordedIndex(coroutine(function* main() {}));
    expect([why(index, 0), why(index, 1_000)]).to.deep.equal([[], []]);
  });
});
