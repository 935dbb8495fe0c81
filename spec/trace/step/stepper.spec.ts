import { expect } from 'chai';
import { createTask, EventLoop, Future, gather, sleep, type Task, VirtualClock, wait } from '../../../lib';
import { Stepper } from '../../../lib/trace/step/stepper';
import { thrownBy } from '../../support';
import { withoutHost } from './without-host';

/** Two tasks: one takes a step each second, the other every two. */
async function beats(): Promise<string> {
  const beat = async (delay: number) => {
    for (let i = 0; i < 2; i++) await sleep(delay);
  };
  await gather([createTask(beat(1), { name: 'fast' }), createTask(beat(2), { name: 'slow' })]);
  return 'done';
}

describe('A stepper', () => {
  withoutHost();

  let stepper: Stepper<unknown>;

  /** The names of the tasks that are to take a step next, in turn. */
  const next = () => [...stepper.state().ready.values()].map(({ label }) => label);

  beforeEach(() => {
    stepper = new Stepper(beats);
  });

  describe('at the beginning', () => {
    it('has run nothing: the first step of the program is to come', () => {
      expect([stepper.position, stepper.loop.time(), next()]).to.deep.equal([0, 0, ['step of Task-1']]);
    });

    it('has made what the program gives: a task, of a coroutine', () => {
      expect(stepper.main).to.equal(stepper.task('Task-1'));
    });

    it('fails as the program does which fails to make anything', () => {
      const program = () => {
        throw new RangeError('no');
      };
      expect(String(thrownBy(() => new Stepper(program)))).to.equal('RangeError: no');
    });

    it('cannot take a coroutine, which can be run once only', () => {
      const program = sleep(1) as never;
      expect(thrownBy(() => new Stepper(program)).message).to.equal(
        'a function that makes the program was expected, as it is called for each run, got <coroutine object sleep>',
      );
    });

    it('cannot run what cannot be awaited', () => {
      expect(thrownBy(() => new Stepper((() => 42) as never))).to.be.an.instanceOf(TypeError);
    });
  });

  describe('takes a program that gives', () => {
    const futures: Record<string, () => PromiseLike<unknown>> = {
      'a coroutine': () => sleep(1, 'done'),
      'the call of an async function': async () => await sleep(1, 'done'),
      'a gathering of several, on its loop': () => gather([sleep(1, 'done')]),
    };
    for (const [what, program] of Object.entries(futures)) {
      it(what, () => {
        stepper = new Stepper(program);
        stepper.seek(Infinity);
        expect([stepper.loop.time(), String(stepper.main.result())]).to.deep.equal([1, 'done']);
      });
    }

    it('a future of the loop that it is given', () => {
      stepper = new Stepper((loop) => {
        const future = loop.createFuture();
        loop.callLater(1, () => future.setResult('done'));
        return future;
      });
      stepper.seek(Infinity);
      expect(stepper.main.result()).to.equal('done');
    });

    it('a future that is done already', () => {
      stepper = new Stepper(() => {
        const future = new Future();
        future.setResult('done');
        return future;
      });
      expect([stepper.step(), stepper.step(), stepper.main.result()]).to.deep.equal([true, false, 'done']);
    });

    it('the classic: a wait for several coroutines', () => {
      stepper = new Stepper(() => wait([sleep(1), sleep(2)]));
      stepper.seek(Infinity);
      expect(stepper.loop.time()).to.equal(2);
    });
  });

  describe('runs', () => {
    it('one handle', () => {
      expect([stepper.step(), stepper.position, next()]).to.deep.equal([true, 1, ['step of fast', 'step of slow']]);
    });

    it('an iteration: all that was ready when it began', () => {
      stepper.iteration();
      stepper.iteration();
      expect([stepper.position, next()]).to.deep.equal([3, []]);
    });

    it('an iteration to its end, in the middle of one', () => {
      stepper.seek(2);
      expect([stepper.iteration(), stepper.position]).to.deep.equal([true, 3]);
    });

    it('until a time is reached', () => {
      expect([stepper.untilTime(1.5), stepper.loop.time(), stepper.position]).to.deep.equal([true, 2, 6]);
    });

    it('nothing, where that time is there', () => {
      stepper.untilTime(2);
      const { position } = stepper;
      expect([stepper.untilTime(1), stepper.position]).to.deep.equal([true, position]);
    });

    it('until a time is reached by a step that blocks', () => {
      stepper = new Stepper(async () => {
        stepper.loop.clock.advance(5);
        await sleep(1);
      });
      expect([stepper.untilTime(3), stepper.position]).to.deep.equal([true, 1]);
    });

    it('until a task takes a step', () => {
      const positions: number[] = [];
      while (stepper.untilTask('slow')) positions.push(stepper.position);
      expect(positions).to.deep.equal([3, 8, 12]);
    });

    it('until a task takes a step, by its number', () => {
      expect([stepper.untilTask(1), stepper.position]).to.deep.equal([true, 1]);
    });

    it('until a task takes a step in which another takes its first', () => {
      stepper = new Stepper(async (loop) => void loop.createTask(sleep(1), { eagerStart: true, name: 'child' }));
      expect([stepper.untilTask('Task-1'), stepper.position]).to.deep.equal([true, 1]);
      stepper.back();
      expect([stepper.untilTask('child'), stepper.position]).to.deep.equal([true, 1]);
    });

    it('until the state is as it is to be', () => {
      expect(stepper.until(({ tasks }) => tasks.get(2)?.status === 'done')).to.equal(true);
      expect(stepper.task('fast')?.done()).to.equal(true);
    });

    it('at least one step, if the state is so already', () => {
      stepper.until(() => true);
      expect(stepper.position).to.equal(1);
    });

    it('up to a position', () => {
      expect([stepper.seek(4), stepper.position]).to.deep.equal([true, 4]);
    });
  });

  it('makes a clock for each run, where it is told how', () => {
    stepper = new Stepper(beats, { clock: () => new VirtualClock(100) });
    expect([stepper.loop.time(), stepper.untilTime(102), stepper.back(), stepper.loop.time()]).to.deep.equal([
      100,
      true,
      true,
      101,
    ]);
  });

  it('runs a program in debug mode, where it is told so', () => {
    stepper = new Stepper(beats, { debug: true });
    expect(stepper.loop.getDebug()).to.equal(true);
  });

  it("watches the program's loop, and no other", () => {
    new EventLoop().runUntilComplete(sleep(1));
    expect(stepper.events.map(({ type }) => type)).to.deep.equal(['task', 'schedule']);
  });

  it('begins with Task-1, and takes no number from others', () => {
    const outside = new EventLoop();
    const before = outside.createTask(sleep(0)).getName();
    const names = [new Stepper(beats), new Stepper(beats)].map(({ main }) => (main as Task).getName());
    expect(names).to.deep.equal(['Task-1', 'Task-1']);
    const number = (name: string) => Number(name.replace('Task-', ''));
    expect(number(outside.createTask(sleep(0)).getName())).to.equal(number(before) + 1);
  });
});
