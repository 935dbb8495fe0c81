import { expect } from 'chai';
import { createTask, sleep, VirtualClock } from '../../../lib';
import type { Program } from '../../../lib/trace/step/program-run';
import { ReplayError } from '../../../lib/trace/step/replay-error';
import { Stepper } from '../../../lib/trace/step/stepper';
import type { TraceEvent } from '../../../lib/trace/trace-event';
import { thrownBy } from '../../support';
import { withoutHost } from './without-host';

/** A program that is told how often it was run. */
type Counting = (run: number) => PromiseLike<unknown>;

/** Makes a program of it. */
function counting(program: Counting): Program<unknown> {
  let runs = 0;
  return () => {
    runs += 1;
    return program(runs);
  };
}

/** Wait for a second, and then do one thing the first time, another from then on. */
function turning(first: () => unknown, then: () => unknown): Program<unknown> {
  return counting(async (run) => {
    await sleep(1);
    await (run === 1 ? first : then)();
    await sleep(1);
  });
}

/** Takes three seconds the first time, and seven from then on. */
const slower = (): Program<unknown> => turning(waiting(1), waiting(5));
const waiting = (delay: number) => () => sleep(delay);

describe('A program that does not do the same again', () => {
  withoutHost();

  let stepper: Stepper<unknown>;

  /** What a stepper says that goes to the end of a program, and then back by a step. */
  function errorOf(program: Program<unknown>): ReplayError {
    stepper = new Stepper(program);
    stepper.seek(Infinity);
    const error = thrownBy(() => stepper.back());
    expect(error).to.be.an.instanceOf(ReplayError);
    return error as ReplayError;
  }

  /** What differs, in short. */
  function differenceOf(program: Program<unknown>): unknown[] {
    const { step, before, now } = errorOf(program);
    return [step, shown(before), shown(now)];
  }

  function shown(event: TraceEvent | undefined): string {
    if (event === undefined) return 'over';
    const { type, text, label, name, when, task } = event as unknown as Record<string, unknown>;
    return [type, name ?? label ?? text, when ?? task].filter((each) => each !== undefined).join(' ');
  }

  it('is told so, with the step, what happened before, and what happens now', () => {
    const error = errorOf(counting((run) => sleep(run)));
    expect(error.message.split('\n')).to.deep.equal([
      'the program does not take the same course again: it differs in step 1',
      '  before: schedule {"time":0,"handle":2,"label":"setResultUnlessCancelled()","when":1}',
      '  now:    schedule {"time":0,"handle":2,"label":"setResultUnlessCancelled()","when":2}',
      'Does it read the real clock, use random numbers, or keep something from one run to the next?',
      'What was changed by hand, between two steps, is not done again.',
    ]);
    expect([error.name, error.step]).to.deep.equal(['ReplayError', 1]);
  });

  describe('may', () => {
    it('throw dice', () => {
      expect(errorOf(() => sleep(Math.random())).before?.type).to.equal('schedule');
    });

    it('read the real clock', () => {
      const program = async () => String(process.hrtime.bigint());
      expect(errorOf(program).before?.type).to.equal('done');
    });

    it('keep the same clock for all runs', () => {
      const clock = new VirtualClock();
      stepper = new Stepper(() => sleep(1), { clock: () => clock });
      stepper.seek(Infinity);
      const { step, before, now } = thrownBy(() => stepper.back()) as ReplayError;
      expect([step, before?.time, now?.time]).to.deep.equal([0, 0, 1]);
    });

    it('begin with something else', () => {
      const program = counting(async (run) => void createTask(sleep(0), { name: `worker ${run}` }));
      expect(differenceOf(program)).to.deep.equal([1, 'task worker 1 2', 'task worker 2 2']);
    });

    it('make something else', () => {
      let runs = 0;
      const program: Program<unknown> = (loop) => {
        runs += 1;
        return loop.createTask(sleep(1), { name: `main ${runs}` });
      };
      expect(differenceOf(program)).to.deep.equal([0, 'task main 1 1', 'task main 2 1']);
    });

    it('wait for something else', () => {
      expect(differenceOf(turning(waiting(0), waiting(2)))).to.deep.equal([
        3,
        'suspend 1',
        'schedule setResultUnlessCancelled() 3',
      ]);
    });

    it('wait, where it gave way', () => {
      const future = (): PromiseLike<unknown> => stepper.loop.createFuture();
      const gives = turning(waiting(0), future);
      expect(differenceOf(gives)).to.deep.equal([3, 'suspend 1', 'suspend Future 1']);
    });

    it('give way, where it waited', () => {
      const waits = async () => {
        const future = stepper.loop.createFuture();
        stepper.loop.callSoon(() => future.setResult(1));
        await future;
      };
      const gives = async () => {
        stepper.loop.callSoon(() => 'callback');
        await sleep(0);
      };
      expect(differenceOf(turning(waits, gives))[0]).to.equal(3);
    });

    it('write something else', () => {
      const recorded = () => (stepper as unknown as Running).run.recorder;
      const program = turning(
        () => recorded().wrote('out', 'first'),
        () => recorded().wrote('out', 'second'),
      );
      expect(differenceOf(program)).to.deep.equal([3, 'output first', 'output second']);
    });

    it('have another result', () => {
      expect(differenceOf(counting(async (run) => run))).to.deep.equal([1, 'done 1', 'done 2']);
    });

    it('fail in another way', () => {
      const program = counting(async (run) => {
        throw new Error(`failure ${run}`);
      });
      expect(differenceOf(program)).to.deep.equal([1, 'done Error: failure 1', 'done Error: failure 2']);
    });

    it('wait for ever', () => {
      const forever = () => stepper.loop.createFuture();
      expect(differenceOf(turning(waiting(1), forever))[0]).to.equal(3);
    });
  });

  describe('and ends otherwise, is found out at its end:', () => {
    it('it went on before', () => {
      const calls: number[] = [];
      const program = counting(async (run) => {
        await sleep(1);
        if (run === 1) stepper.loop.callSoon(() => calls.push(run));
      });
      stepper = new Stepper(program);
      stepper.seek(Infinity);
      stepper.seek(2);
      expect((thrownBy(() => stepper.seek(Infinity)) as ReplayError).step).to.equal(3);
    });

    it('it is over before it was', () => {
      const program = counting(async (run) => {
        await sleep(1);
        if (run === 2) stepper.loop.stop();
        await sleep(1);
      });
      stepper = new Stepper(program);
      stepper.seek(Infinity);
      stepper.seek(2);
      const { step, before, now } = thrownBy(() => stepper.seek(Infinity)) as ReplayError;
      expect([step, shown(before), now]).to.deep.equal([3, 'advance', undefined]);
    });

    it('it goes on where it was over', () => {
      const program = counting(async (run) => {
        await sleep(1);
        if (run === 1) stepper.loop.stop();
        await sleep(1);
      });
      stepper = new Stepper(program);
      stepper.seek(Infinity);
      stepper.seek(2);
      const { step, before, now } = thrownBy(() => stepper.seek(Infinity)) as ReplayError;
      expect([step, before, shown(now)]).to.deep.equal([4, undefined, 'advance']);
    });

    it('it has nothing more to run, and waits', () => {
      const switches = { on: false };
      stepper = new Stepper(async (loop) => {
        const future = loop.createFuture();
        if (!switches.on) loop.callLater(1, () => future.setResult(1));
        else loop.callLater(1, () => {});
        await future;
      });
      stepper.seek(Infinity);
      switches.on = true;
      const { step, before } = thrownBy(() => stepper.back()) as ReplayError;
      expect([step, shown(before)]).to.deep.equal([2, 'done 1']);
    });
  });

  it('leaves the stepper at the first step that differs, from where one can go on', () => {
    errorOf(slower());
    expect(stepper.position).to.equal(3);
    expect([stepper.seek(Infinity), stepper.loop.time()]).to.deep.equal([false, 7]);
  });

  it('is compared with its last run, from then on', () => {
    errorOf(slower());
    stepper.seek(Infinity);
    expect([stepper.back(), stepper.back(), stepper.seek(1)]).to.deep.equal([true, true, true]);
    expect([stepper.seek(Infinity), stepper.loop.time()]).to.deep.equal([false, 7]);
  });

  it('shows the state of that run', () => {
    errorOf(counting(async (run) => await sleep(run)));
    expect(stepper.state().sortedTimers.map(({ when }) => when)).to.deep.equal([2]);
    stepper.seek(Infinity);
    expect(stepper.state().time).to.equal(2);
  });

  it('cannot be run again at all: what it throws then is passed on', () => {
    const program: Counting = (run) => {
      if (run > 1) throw new RangeError('only once');
      return sleep(1);
    };
    stepper = new Stepper(counting(program));
    stepper.seek(2);
    expect(thrownBy(() => stepper.back())).to.be.an.instanceOf(RangeError);
    expect(stepper.position).to.equal(2);
  });
});

/** By what a stepper takes note of output, which only a host tells of. */
interface Running {
  readonly run: { readonly recorder: { wrote(stream: 'out', text: string): void } };
}
