import { expect } from 'chai';
import {
  asyncWith,
  coroutine,
  createTask,
  currentTask,
  sleep,
  type Task,
  TaskGroup,
  timeout,
  wait,
} from '../../../lib';
import type { CancelEvent } from '../../../lib/trace/event/task-events';
import type { TraceEvent } from '../../../lib/trace/trace-event';
import { cancellations } from '../../../lib/trace/why/cancellations';
import { fateOf } from '../../../lib/trace/why/fate';
import { type Main, recordedIndex } from '../recorded-trace';

type Body = Generator<unknown, unknown, unknown>;

/** The fate of the last request in the run of `main` and `afterwards`, and the sentences that tell it. */
function fateIn(main: () => Body, afterwards?: () => void): string[] {
  const index = recordedIndex(coroutine(main) as Main, { afterwards });
  const isRequest = (event: TraceEvent): event is CancelEvent => event.type === 'cancel';
  const request = index.trace.events.filter(isRequest).at(-1) as CancelEvent;
  const { fate, told } = fateOf(index, request, undefined);
  return [fate, ...told.map(({ sentence }) => sentence)];
}

/** The same, where a task called `first` is asked at 1s, as the last. */
function fateOfTask(body: () => Body): string[] {
  return fateIn(function* main() {
    const task = createTask(coroutine(body)(), { name: 'first' });
    yield* sleep(1);
    task.cancel();
    yield* wait([task]);
  });
}

/** The fates of all requests in the run of `main`, with the last sentence of each story. */
function fatesIn(main: () => Body): string[][] {
  const requests = cancellations(recordedIndex(coroutine(main) as Main));
  return requests.map(({ fate, story }) => [fate, story.at(-1)?.sentence ?? '']);
}

function* deaf(): Body {
  try {
    yield* sleep(9);
  } catch {}
  return 7;
}

describe('fateOf a request to end', () => {
  it('is cancelled where the task ends so at once', () => {
    const body = function* () {
      yield* sleep(9);
    };
    expect(fateOfTask(body)).to.deep.equal([
      'cancelled',
      'CancelledError was thrown into first at 1s',
      'first ended at 1s, as cancelled',
    ]);
  });

  it('is cancelled where the task ends so after it has cleaned up', () => {
    const body = function* () {
      try {
        yield* sleep(9);
      } finally {
        yield* sleep(1);
      }
    };
    expect(fateOfTask(body)).to.deep.equal([
      'cancelled',
      'CancelledError was thrown into first at 1s',
      'first began to wait at 1s, for its sleep, until 2s: it cleaned up',
      'first ended at 2s, as cancelled',
    ]);
  });

  it('is swallowed where the task gives a result', () => {
    expect(fateOfTask(deaf)).to.deep.equal([
      'swallowed',
      'CancelledError was thrown into first at 1s',
      'first ended at 1s, with the result 7: it swallowed the CancelledError',
    ]);
  });

  it('is swallowed where the task waits again, and does not end as cancelled', () => {
    const body = function* () {
      yield* deaf();
      yield* sleep(1);
    };
    expect(fateOfTask(body)).to.deep.equal([
      'swallowed',
      'CancelledError was thrown into first at 1s',
      'first began to wait at 1s, for its sleep, until 2s: it swallowed the CancelledError',
    ]);
  });

  it('is turned where the task fails with another exception', () => {
    const body = function* () {
      try {
        yield* sleep(9);
      } catch {
        throw new RangeError('no');
      }
    };
    expect(fateOfTask(body)).to.deep.equal([
      'turned',
      'CancelledError was thrown into first at 1s',
      'first failed at 1s, with RangeError: no',
    ]);
  });

  it('is deflected where what the task waits for swallows it', () => {
    const fates = fatesIn(function* main() {
      const inner = createTask(deaf(), { name: 'inner' }) as Task;
      const outer = createTask(awaiting(inner), { name: 'outer' });
      yield* sleep(1);
      outer.cancel();
      yield* wait([outer]);
    });
    expect(fates).to.deep.equal([['deflected', 'outer went on at 1s: the request did not reach it']]);
  });

  it('is deflected where it is taken back before it lands', () => {
    const fate = fateIn(function* main() {
      const task = createTask(sleep(0), { name: 'first' });
      task.cancel();
      task.uncancel();
      yield* task;
    });
    expect(fate).to.deep.equal(['deflected', 'first began at 0s: the request did not reach it']);
  });

  it('is late where the task fails in the step in which it asked itself', () => {
    const body = function* () {
      currentTask()?.cancel();
      throw new RangeError('no');
    };
    const fate = fateIn(function* main() {
      yield* wait([createTask(body(), { name: 'first' })]);
    });
    expect(fate).to.deep.equal(['late', 'first failed at 0s, with RangeError: no: the request came too late']);
  });

  it('is pending where the trace ends first', () => {
    const tasks: Task[] = [];
    const main = function* main() {
      tasks.push(createTask(sleep(9), { name: 'first' }) as Task);
    };
    const fate = fateIn(main, () => tasks[0]?.cancel());
    expect(fate).to.deep.equal(['pending', 'That has not landed in first where the trace ends']);
  });

  it('is pending where the trace ends while the task waits for the first time since', () => {
    const fate = fateIn(function* main() {
      const cleaning = coroutine(function* cleaning() {
        try {
          yield* sleep(9);
        } finally {
          yield* sleep(5);
        }
      });
      const task = createTask(cleaning(), { name: 'first' });
      yield* sleep(1);
      task.cancel();
      yield* sleep(1);
    });
    expect(fate).to.deep.equal([
      'pending',
      'CancelledError was thrown into first at 1s',
      'first began to wait at 1s, for its sleep, until 6s',
    ]);
  });

  it('is turned where a timeout put a TimeoutError in its place', () => {
    const fates = fatesIn(function* main() {
      try {
        yield* asyncWith(timeout(1), () => sleep(9));
      } catch {}
      yield* sleep(1);
    });
    expect(fates).to.deep.equal([
      [
        'turned',
        'main began to wait at 1s, for its sleep, until 2s: the timeout has put a TimeoutError in place of the CancelledError',
      ],
    ]);
  });

  it('is turned where a task group puts the errors of its tasks in its place', () => {
    const failing = function* (): Body {
      throw new RangeError('no');
    };
    const fates = fatesIn(function* main() {
      yield* asyncWith(new TaskGroup(), function* (group: TaskGroup) {
        group.createTask(failing());
        group.createTask(sleep(9), { name: 'other' });
        yield* sleep(9);
      });
    });
    expect(fates.map(([fate]) => fate)).to.deep.equal(['cancelled', 'turned']);
  });
});

const awaiting = coroutine(function* awaiting(task: Task) {
  yield* task;
});
