import { expect } from 'chai';
import type { EventOf, EventType } from '../../../lib/trace/event-type';
import type { TraceEvent } from '../../../lib/trace/trace-event';
import { randomRuns } from '../random-programs';

/** The events of one run, and what can be asked of them. */
class Events {
  constructor(readonly all: readonly TraceEvent[]) {}

  of<T extends EventType>(type: T): EventOf<T>[] {
    return this.all.filter((event): event is EventOf<T> => event.type === type);
  }

  causeOf({ cause }: TraceEvent): TraceEvent | undefined {
    return this.all[cause - 1];
  }

  /** Whether one of `type` that `isMeant` was before `event`. */
  hadBefore<T extends EventType>({ n }: TraceEvent, type: T, isMeant: (event: EventOf<T>) => boolean): boolean {
    return this.of(type).some((event) => event.n < n && isMeant(event));
  }
}

/** What is wrong in the runs of random programs: the events of `type` of which `isRight` is not true. */
function wrong<T extends EventType>(
  type: T,
  isRight: (event: EventOf<T>, events: Events) => boolean | undefined,
): string[] {
  return randomRuns().flatMap(({ name, events }) => {
    const run = new Events(events);
    const found = run.of(type).filter((event) => !isRight(event, run));
    return found.map((event) => `${name} ${JSON.stringify(event)} by ${JSON.stringify(run.causeOf(event))}`);
  });
}

/** The numbers of the tasks that an event names. */
function tasksIn(event: TraceEvent): number[] {
  const { task, parent, owners = [] } = event as { task?: number; parent?: number; owners?: readonly number[] };
  return [task, parent, ...owners].filter((each): each is number => each !== undefined);
}

/** The events of which `isKnown` is not true, given what was known before, to which it adds. */
function unknown(isKnown: (known: Set<number>, event: TraceEvent) => boolean): string[] {
  return randomRuns().flatMap(({ name, events }) => {
    const known = new Set<number>();
    return events.filter((event) => !isKnown(known, event)).map((event) => `${name} ${JSON.stringify(event)}`);
  });
}

describe('In the trace of whatever program', () => {
  const all = () => randomRuns().map(({ events }) => events);

  it('events are numbered from 1', () => {
    for (const events of all()) expect(events.map(({ n }) => n)).to.deep.equal(events.map((_, i) => i + 1));
  });

  it('each event was caused by one before it, or by none', () => {
    expect(all().flatMap((events) => events.filter(({ n, cause }) => !(cause >= 0 && cause < n)))).to.deep.equal([]);
  });

  it('time never goes back', () => {
    const isLater = ({ time }: TraceEvent, i: number, events: readonly TraceEvent[]) =>
      time >= (events[i - 1]?.time ?? 0);
    expect(all().filter((events) => !events.every(isLater))).to.deep.equal([]);
  });

  it('a timer is due because it was scheduled', () => {
    const isRight = (cause: TraceEvent | undefined, handle: number) =>
      cause?.type === 'schedule' && cause.handle === handle;
    expect(wrong('due', (due, events) => isRight(events.causeOf(due), due.handle))).to.deep.equal([]);
  });

  it('a handle is run because it was scheduled or, if it is a timer, because it was due', () => {
    const isRight = (run: EventOf<'run'>, events: Events): boolean => {
      const cause = events.causeOf(run);
      const isTimer = cause?.type === 'due';
      if (!isTimer && !(cause?.type === 'schedule' && cause.when === undefined)) return false;
      return cause.handle === run.handle;
    };
    expect(wrong('run', isRight)).to.deep.equal([]);
  });

  it('a handle is run once at most, and not once it was cancelled', () => {
    const isRight = (run: EventOf<'run'>, events: Events): boolean => {
      const isSame = ({ handle }: { handle: number }) => handle === run.handle;
      return !events.hadBefore(run, 'run', isSame) && !events.hadBefore(run, 'cancelHandle', isSame);
    };
    expect(wrong('run', isRight)).to.deep.equal([]);
  });

  it('a task takes a step because its handle is run; its first at once, if it is eager', () => {
    const isRight = (resume: EventOf<'resume'>, events: Events): boolean => {
      const run = events.causeOf(resume);
      const [schedule] = run?.type === 'run' ? events.of('schedule').filter(({ handle }) => handle === run.handle) : [];
      return schedule?.task === resume.task || !events.hadBefore(resume, 'resume', ({ task }) => task === resume.task);
    };
    expect(wrong('resume', isRight)).to.deep.equal([]);
  });

  it('a task is woken because what it waits for is done', () => {
    const isRight = (wake: EventOf<'wake'>, events: Events): boolean => {
      const done = events.causeOf(wake);
      return done?.type === 'done' && done.future === wake.future;
    };
    expect(wrong('wake', isRight)).to.deep.equal([]);
  });

  it('what a task waits for is what it was suspended on', () => {
    const isRight = (wake: EventOf<'wake'>, events: Events): boolean => {
      const suspensions = events.of('suspend').filter(({ task, n }) => task === wake.task && n < wake.n);
      return suspensions.at(-1)?.future === wake.future;
    };
    expect(wrong('wake', isRight)).to.deep.equal([]);
  });

  it('the step of a task is scheduled because it was woken, gave way, was made, or left a cycle', () => {
    const isRight = (schedule: EventOf<'schedule'>, events: Events): boolean => {
      const cause = events.causeOf(schedule);
      if (schedule.task === undefined) return true;
      if (cause?.type === 'wake' || cause?.type === 'resume')
        return cause.task === schedule.task || isFirst(schedule, events);
      return cause?.type === 'cancel' || isFirst(schedule, events);
    };
    const isFirst = (schedule: EventOf<'schedule'>, events: Events) =>
      events.all[schedule.n - 2]?.type === 'task' &&
      !events.hadBefore(schedule, 'resume', ({ task }) => task === schedule.task);
    expect(wrong('schedule', isRight)).to.deep.equal([]);
  });

  it('a task is suspended by its own step, or when it leaves a cycle', () => {
    const isRight = (suspend: EventOf<'suspend'>, events: Events): boolean => {
      const cause = events.causeOf(suspend);
      return cause?.type === 'resume' ? cause.task === suspend.task : cause?.type === 'cancel';
    };
    expect(wrong('suspend', isRight)).to.deep.equal([]);
  });

  it('a task is done by its own step', () => {
    const isRight = (done: EventOf<'done'>, events: Events): boolean => {
      const isTask = events.hadBefore(done, 'task', ({ task }) => task === done.future);
      const cause = events.causeOf(done);
      return !isTask || (cause?.type === 'resume' && cause.task === done.future);
    };
    expect(wrong('done', isRight)).to.deep.equal([]);
  });

  it('a future is done once', () => {
    const isRight = (done: EventOf<'done'>, events: Events) =>
      !events.hadBefore(done, 'done', ({ future }) => future === done.future);
    expect(wrong('done', isRight)).to.deep.equal([]);
  });

  it('tasks are named only once it was told that they are made', () => {
    const isKnown = (tasks: Set<number>, event: TraceEvent): boolean => {
      if (event.type === 'task') tasks.add(event.task);
      return tasksIn(event).every((task) => tasks.has(task));
    };
    expect(unknown(isKnown)).to.deep.equal([]);
  });

  it('locks and queues are named only once it was told what they are', () => {
    const isKnown = (primitives: Set<number>, event: TraceEvent): boolean => {
      if (event.type === 'primitive') primitives.add(event.primitive);
      const { primitive } = event as { primitive?: number };
      return primitive === undefined || primitives.has(primitive);
    };
    expect(unknown(isKnown)).to.deep.equal([]);
  });

  it('it is told what becomes of a lock when it is acquired or released', () => {
    for (const type of ['acquire', 'release'] as const) {
      const isRight = (hold: EventOf<typeof type>, events: Events): boolean => {
        const next = events.all[hold.n];
        return next?.type === 'primitive' && next.primitive === hold.primitive;
      };
      expect(wrong(type, isRight)).to.deep.equal([]);
    }
  });
});
