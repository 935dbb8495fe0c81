import { expect } from 'chai';
import { coroutine, createTask, type EventLoop, type Lock, Lock as MakeLock, sleep, type Task } from '../../lib';
import { leftOf, middleOf, rightOf, stepOfEdge } from '../../lib/page/axis';
import { type Lane, lanesOf, type Span } from '../../lib/page/lanes';
import { greenletTrace, pingPong } from '../trace/greenlet-trace';
import { type Main, recordedTrace } from '../trace/recorded-trace';
import { type Happening, handTrace, looked, step } from './hand-trace';

function lanesIn(main: Main): Lane[] {
  const { replay, index } = looked(recordedTrace(main));
  return lanesOf(replay, index);
}

/** An edge, as the step and a sign for left, middle and right. */
function edgeText(edge: number): string {
  return `${stepOfEdge(edge)}${['<', '|', '>'][edge % 3]}`;
}

function spanText({ kind, from, to, label }: Span): string {
  return `${edgeText(from)} ${edgeText(to)} ${kind}${label === undefined ? '' : `: ${label}`}`;
}

/** The life of the task called `name`. */
function lifeOf(name: string, lanes: readonly Lane[]): string[] {
  const { spans, end } = lanes.find((lane) => lane.name === name) as Lane;
  return [...spans.map(spanText), ...(end === undefined ? [] : [`${edgeText(end.edge)} ${end.outcome}`])];
}

const hello = coroutine(function* hello(seconds: number) {
  yield* sleep(seconds);
});

const locking = coroutine(function* locking(lock: Lock) {
  yield* lock.acquire();
});

describe('lanesOf', () => {
  const main = (body: (loop: EventLoop) => Generator<unknown, unknown, unknown>): Main => coroutine(body);

  it('tells when a task was ready, took steps, and waited for what', () => {
    const lanes = lanesIn(
      main(function* main() {
        yield* sleep(2);
      }),
    );
    expect(lifeOf('main', lanes)).to.deep.equal([
      '0| 1< ready',
      '1< 1> running',
      '1> 2| waiting: sleep until 2s',
      '2| 3< ready',
      '3< 3> running',
      '3> result',
    ]);
  });

  it('tells of greenlets when each is switched to, and waits for that', () => {
    const { replay, index } = looked(greenletTrace(pingPong));
    const lanes = lanesOf(replay, index);
    expect(['main', 'ping'].map((name) => lifeOf(name, lanes))).to.deep.equal([
      ['0< 0> running', '0> 4< waiting: a switch', '4< 4> running', '4> result'],
      ['0| 1< waiting: its first switch', '1< 1> running', '1> 3< waiting: a switch', '3< 3> running', '3> result'],
    ]);
  });

  it('has one box for a greenlet that goes on several times in a step of the loop', () => {
    const resume: Happening = { type: 'resume', task: 1 };
    const { replay, index } = looked(
      handTrace([
        { type: 'task', task: 1, name: 'worker', coroutine: 'worker', kind: 'greenlet' },
        ...step(1, 0, resume, { type: 'suspend', task: 1 }, resume, { type: 'suspend', task: 1 }),
      ]),
    );
    expect(lifeOf('worker', lanesOf(replay, index))).to.deep.equal([
      '0| 1< waiting: its first switch',
      '1< 1> running',
      '1> 2< waiting: a switch',
    ]);
  });

  it("has the callbacks that are no task's steps on the lane of the loop", () => {
    const lanes = lanesIn(
      main(function* main() {
        yield* sleep(2);
      }),
    );
    expect(lifeOf('callbacks', lanes)).to.deep.equal([
      '2< 2> running: sleep of main',
      '4< 4> running: callback runUntilCompleteCallback()',
    ]);
  });

  it('begins the lane of a task in the middle of the step that makes it', () => {
    const lanes = lanesIn(
      main(function* main() {
        yield* createTask(hello(1), { name: 'first' });
      }),
    );
    expect(lifeOf('first', lanes)[0]).to.equal('1| 2< ready');
  });

  it('has a task ready that only gives way to others', () => {
    const lanes = lanesIn(
      main(function* main() {
        yield* sleep(0);
      }),
    );
    expect(lifeOf('main', lanes)).to.deep.equal([
      '0| 1< ready',
      '1< 1> running',
      '1> 2< ready',
      '2< 2> running',
      '2> result',
    ]);
  });

  it('tells failures and cancellations from results', () => {
    const lanes = lanesIn(
      main(function* main() {
        const failing = createTask(
          (function* failing(): Generator<unknown, void, unknown> {
            throw new Error('no');
          })(),
          { name: 'failing' },
        );
        const cancelled: Task = createTask(hello(9), { name: 'cancelled' });
        yield* sleep(1);
        failing.exception();
        cancelled.cancel();
        yield* sleep(1);
      }),
    );
    const outcomes = ['failing', 'cancelled', 'main'].map((name) => lifeOf(name, lanes).at(-1)?.split(' ')[1]);
    expect(outcomes).to.deep.equal(['exception', 'cancelled', 'result']);
  });

  it('goes on to the end for a task that still waits', () => {
    const lanes = lanesIn(
      main(function* main() {
        createTask(hello(9), { name: 'left' });
        yield* sleep(1);
      }),
    );
    const [last] = lifeOf('left', lanes).slice(-1);
    expect(last).to.match(/^2> \d+< waiting: sleep until 9s$/);
  });

  it('has a task dead from where that is found', () => {
    const lanes = lanesIn(
      main(function* main() {
        const lock = new MakeLock();
        yield* lock.acquire();
        const second = createTask(locking(lock), { name: 'second' });
        yield* second;
      }),
    );
    expect(lifeOf('second', lanes).at(-1)).to.equal('2> 3< dead: Lock 1');
  });

  it('lets no two spans overlap, even where a task is woken in the step in which it begins to wait', () => {
    const happenings: Happening[] = [
      { type: 'task', task: 1, name: 'eager', coroutine: 'eager' },
      { type: 'schedule', handle: 1, label: 'step of eager', task: 1 },
      { type: 'run', handle: 1 },
      { type: 'resume', task: 1 },
      { type: 'suspend', task: 1, future: 2, label: 'Future' },
      { type: 'wake', task: 1, future: 2 },
      { type: 'schedule', handle: 2, label: 'step of eager', task: 1 },
      { type: 'run', handle: 2 },
      { type: 'resume', task: 1 },
    ];
    const { replay, index } = looked(handTrace(happenings));
    const [, lane] = lanesOf(replay, index);
    expect(lane?.spans.map(({ from, to }) => [from, to])).to.deep.equal([
      [middleOf(0), leftOf(1)],
      [leftOf(1), rightOf(1)],
      [rightOf(1), leftOf(2)],
      [leftOf(2), rightOf(2)],
    ]);
  });
});
