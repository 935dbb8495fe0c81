import { expect } from 'chai';
import { coroutine, createTask, type EventLoop, eagerTaskFactory, Lock, sleep } from '../../../lib';
import type { EventOf, EventType } from '../../../lib/trace/event-type';
import type { TraceEvent } from '../../../lib/trace/trace-event';
import { lastEvent, recordedIndex } from '../recorded-trace';

const index = recordedIndex(
  coroutine(function* main(loop: EventLoop) {
    const task = createTask(sleep(1), { name: 'first' });
    const lock = new Lock();
    yield* lock.acquire();
    yield* sleep(0);
    task.setName('second');
    yield* sleep(0);
    lock.release();
    loop.setTaskFactory(eagerTaskFactory);
    createTask(sleep(0), { name: 'eager' });
    yield* task;
  }),
);
const { events } = index.trace;
const LAST = events.length;

/** The first event of a type. */
function first<T extends EventType>(type: T): EventOf<T> {
  return events.find((event) => event.type === type) as EventOf<T>;
}

const { task: main } = first('task');
const { task } = lastEvent(index, 'task', 'first') as EventOf<'task'>;

/** The types and numbers of some events. */
function shown(...some: readonly (TraceEvent | undefined)[]): (string | undefined)[] {
  return some.map((event) => event && `${event.type} ${event.n}`);
}

describe('TraceIndex', () => {
  it('gives an event by its number, and none for a number that no event has', () => {
    expect([index.event(1), index.event(LAST), index.event(0), index.event(LAST + 1)]).to.deep.equal([
      events[0],
      events[LAST - 1],
      undefined,
      undefined,
    ]);
  });

  describe('tells what a task was called', () => {
    it('at some event', () => {
      const { n } = first('rename');
      expect([index.nameOf(task, n - 1), index.nameOf(task, n)]).to.deep.equal(['first', 'second']);
    });

    it('at first, for an event before it was made', () => {
      expect(index.nameOf(task, 0)).to.equal('first');
    });

    it('by its number, if it was never made', () => {
      expect(index.nameOf(99, LAST)).to.equal('task 99');
    });
  });

  describe('finds what is about a task', () => {
    it('by type, the last one up to an event', () => {
      const { n } = first('resume');
      const found = [index.last(main, n, 'resume'), index.last(main, n - 1, 'resume'), index.last(main, n, 'cancel')];
      expect(shown(...found)).to.deep.equal([`resume ${n}`, undefined, undefined]);
    });

    it('by type, the next one after an event', () => {
      const [{ n }, { n: next }] = [first('resume'), first('suspend')];
      const found = [
        index.next(main, n, 'suspend', 'done'),
        index.next(main, n - 1, 'resume'),
        index.next(main, LAST, 'done'),
      ];
      expect(shown(...found)).to.deep.equal([`suspend ${next}`, `resume ${n}`, undefined]);
    });

    it('as a list', () => {
      expect(index.eventsOf(task).map(({ type }) => type)).to.deep.equal([
        'task',
        'resume',
        'suspend',
        'rename',
        'wake',
        'resume',
        'done',
      ]);
    });

    it('and its making, its end, and the scheduling of a handle', () => {
      const [made, end, run] = [index.makingOf(task), index.endOf(task), first('run')];
      expect([made?.name, end?.outcome, index.schedulingOf(run.handle)?.n]).to.deep.equal([
        'first',
        'result',
        run.cause,
      ]);
    });
  });

  describe('tells in what an event happened:', () => {
    it('in the step of a task', () => {
      expect(index.within(first('suspend').n)).to.deep.equal(first('resume'));
    });

    it('in the call of a callback, if it was in no step', () => {
      const { n } = index.endOf((first('suspend') as EventOf<'suspend'>).future ?? lastSleep()) as EventOf<'done'>;
      expect(index.within(n)?.type).to.equal('run');
    });

    it('in the first step of an eager task, within that of its maker', () => {
      const eager = index.trace.events.find(
        (event) => event.type === 'rename' && event.name === 'eager',
      ) as EventOf<'rename'>;
      const begun = index.next(eager.task, 0, 'resume') as EventOf<'resume'>;
      expect([index.within(begun.n + 1), index.within(begun.cause)]).to.deep.equal([begun, index.within(eager.n)]);
    });

    it('in nothing, if it was done outside of any loop', () => {
      expect(index.within(first('task').n)).to.equal(undefined);
    });
  });

  it('tells what a lock shows of itself, and since when somebody has it', () => {
    const [{ n, primitive }, released] = [first('acquire'), first('release')];
    const owners = [n + 1, released.n + 1].map((at) => index.primitiveAt(primitive, at)?.owners);
    expect([owners, index.acquisitionBy(main, primitive, LAST)?.n]).to.deep.equal([[[main], []], n]);
  });
});

/** The future that the sleeping task waits for. */
function lastSleep(): number {
  return (index.last(task, LAST, 'suspend') as EventOf<'suspend'>).future as number;
}
