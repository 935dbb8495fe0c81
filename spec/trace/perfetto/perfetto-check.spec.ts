import { expect } from 'chai';
import {
  asyncWith,
  blocking,
  coroutine,
  createTask,
  EventLoop,
  eagerTaskFactory,
  gather,
  Lock,
  Queue,
  shield,
  sleep,
  TaskGroup,
  timeout,
  toThread,
  wait,
} from '../../../lib';
import { perfettoOf } from '../../../lib/trace/perfetto/perfetto';
import type { PerfettoEvent } from '../../../lib/trace/perfetto/perfetto-writer';
import type { Recorder } from '../../../lib/trace/record/recorder';
import { recordedTrace } from '../recorded-trace';
import { pictureOf } from './perfetto-check';

type Body = Generator<unknown, unknown, unknown>;

const hello = coroutine(function* hello(seconds: number) {
  yield* sleep(seconds);
});

/** Programs in which much happens. */
const PROGRAMS: Readonly<Record<string, (loop: EventLoop, recorder: Recorder) => Body>> = {
  *'a lock that several want, one of whom is cancelled'() {
    const lock = new Lock();
    const locked = coroutine(function* locked() {
      yield* asyncWith(lock, () => hello(1));
    });
    const tasks = [createTask(locked()), createTask(locked()), createTask(locked())];
    yield* sleep(0.5);
    tasks[1]?.cancel();
    yield* wait(tasks);
  },
  *'a queue, and one who waits for ever'() {
    const queue = new Queue<number>(1);
    createTask(queue.get());
    createTask(queue.get());
    yield* queue.put(1);
  },
  *'a task group whose tasks fail'() {
    const failing = coroutine(function* failing() {
      yield* sleep(1);
      throw new RangeError('no');
    });
    yield* asyncWith(new TaskGroup(), function* (group: TaskGroup) {
      group.createTask(failing());
      group.createTask(failing());
      yield* group.createTask(hello(5));
    });
  },
  *'a timeout around a shield'() {
    yield* asyncWith(timeout(1), () => shield(hello(2)));
  },
  *'eager tasks, one within another'(loop) {
    loop.setTaskFactory(eagerTaskFactory);
    const outer = coroutine(function* outer() {
      yield* createTask(hello(1));
    });
    yield* gather([outer(), outer(), hello(0)]);
  },
  *'steps that block, and a thread'(loop) {
    const work = blocking(
      () => 2,
      () => 'done',
    );
    loop.callLater(1, () => loop.clock.advance(3));
    createTask(hello(2));
    yield* toThread(work);
    work();
  },
  *'a future that waits for nobody, and a hundred that wait for it'(loop) {
    const future = loop.createFuture();
    const awaiting = coroutine(function* awaiting() {
      yield* future;
    });
    for (let i = 0; i < 100; i++) createTask(awaiting());
    yield* sleep(1);
    future.setResult(undefined);
    yield* sleep(1);
  },
  *'another loop, that is run in a thread'(_loop, recorder) {
    const inner = (): void => {
      const loop = new EventLoop();
      loop.observer = recorder.watch(loop);
      loop.runUntilComplete(hello(1));
    };
    yield* toThread(inner);
  },
};

describe('What perfettoOf gives is sound for', () => {
  for (const [name, main] of Object.entries(PROGRAMS)) {
    it(name, () => {
      expect(pictureOf(perfettoOf(recordedTrace(coroutine(main)))).problems).to.deep.equal([]);
    });
  }
});

describe('The check of that', () => {
  const NAMED: readonly PerfettoEvent[] = [
    { ph: 'M', pid: 1, tid: 1, name: 'thread_name', args: { name: 'track' } },
    { ph: 'M', pid: 1, tid: 1, name: 'thread_sort_index', args: { sort_index: 1 } },
  ];

  /** What is wrong with events on a track that has metadata. */
  function problemsOf(...events: readonly Omit<PerfettoEvent, 'pid' | 'tid'>[]): readonly string[] {
    const onTrack = events.map((event) => ({ pid: 1, tid: 1, ...event }));
    return pictureOf({ displayTimeUnit: 'ms', traceEvents: [...NAMED, ...onTrack] }).problems;
  }

  const begin = (ts: number): Omit<PerfettoEvent, 'pid' | 'tid'> => ({ ph: 'B', ts, name: 'slice' });
  const end = (ts: number): Omit<PerfettoEvent, 'pid' | 'tid'> => ({ ph: 'E', ts });

  it('finds nothing wrong with slices that nest', () => {
    expect(problemsOf(begin(0), begin(1), end(2), end(2))).to.deep.equal([]);
  });

  it('finds a slice that does not end, and one that does not begin', () => {
    expect([problemsOf(begin(0)), problemsOf(end(0)).length]).to.deep.equal([['slices left open on track 1'], 1]);
  });

  it('finds a time that goes back, and one that is none', () => {
    expect([problemsOf(begin(1), end(0)).length, problemsOf({ ph: 'i', name: 'mark' }).length]).to.deep.equal([1, 1]);
  });

  it('finds a track without metadata', () => {
    const { problems } = pictureOf({
      displayTimeUnit: 'ms',
      traceEvents: [{ ph: 'i', pid: 1, tid: 7, ts: 0, name: 'm' }],
    });
    expect(problems).to.deep.equal(['a track without metadata: 7']);
  });

  it('finds an arrow that lies in no slice, that has no end, or no beginning', () => {
    const start = { ph: 's', ts: 0, id: 1, name: 'wakes' } as const;
    const finish = { ph: 'f', ts: 0, id: 1, name: 'wakes', bp: 'e' } as const;
    expect([
      problemsOf(start).length,
      problemsOf(begin(0), start, end(0)),
      problemsOf(begin(0), finish, end(0)),
      problemsOf(begin(0), start, finish, end(0)),
    ]).to.deep.equal([1, ['an arrow without an end: 1'], ['an arrow that ends without having begun: 1'], []]);
  });

  it('finds two arrows with one id', () => {
    const start = { ph: 's', ts: 0, id: 1, name: 'wakes' } as const;
    const finish = { ph: 'f', ts: 0, id: 1, name: 'wakes', bp: 'e' } as const;
    const problems = problemsOf(begin(0), start, finish, start, finish, end(0));
    expect(problems).to.deep.equal(['two arrows with the id 1']);
  });
});
