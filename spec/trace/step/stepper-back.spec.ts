import { expect } from 'chai';
import {
  asyncWith,
  ContextVar,
  createTask,
  currentTask,
  gather,
  KeyboardInterrupt,
  Lock,
  sleep,
  type Task,
  VirtualClock,
} from '../../../lib';
import { LoopState } from '../../../lib/trace/state/loop-state';
import { Stepper } from '../../../lib/trace/step/stepper';
import { thrownBy } from '../../support';
import { withoutHost } from './without-host';

/** Three tasks, which need a lock, one after another; one is cancelled while it waits. */
async function program(): Promise<string> {
  const lock = new Lock();
  const hold = async (seconds: number) => await asyncWith(lock, () => sleep(seconds));
  const tasks = ['a', 'b', 'c'].map((name, i) => createTask(hold(i + 1), { name }));
  await sleep(0.5);
  tasks[1]?.cancel();
  await gather(tasks, { returnExceptions: true });
  return 'done';
}

/** The state after the events of a stepper, from the beginning. */
function folded({ events }: Stepper<unknown>): LoopState {
  const state = new LoopState();
  for (const event of events) state.apply(event);
  return state;
}

describe('A stepper, backwards,', () => {
  withoutHost();

  let stepper: Stepper<unknown>;

  beforeEach(() => {
    stepper = new Stepper(program);
  });

  it('goes one step', () => {
    stepper.seek(5);
    expect([stepper.back(), stepper.position]).to.deep.equal([true, 4]);
  });

  it('goes no further than to the beginning', () => {
    expect([stepper.back(), stepper.seek(-3), stepper.position]).to.deep.equal([false, true, 0]);
  });

  it('goes to any step, and comes back: what happened up to there is the same each time', () => {
    stepper.seek(Infinity);
    const all = [...stepper.events];
    for (const step of [stepper.position, 0, 7, 3, 4, 1, 10, 2, 11, 5]) {
      stepper.seek(step);
      expect(stepper.events).to.deep.equal(all.slice(0, stepper.events.length));
      expect(stepper.state()).to.deep.equal(folded(stepper), `step ${step}`);
    }
  });

  it('goes from the end as from anywhere, and is at the end again', () => {
    stepper.seek(Infinity);
    const { position } = stepper;
    expect([stepper.back(), stepper.step(), stepper.step(), stepper.position]).to.deep.equal([
      true,
      true,
      false,
      position,
    ]);
    expect(stepper.main.result()).to.equal('done');
  });

  it('goes to where the state was as it is to be, the last time before', () => {
    stepper.seek(Infinity);
    const isHeld = ({ primitives }: LoopState) => primitives.get(1)?.owners.includes(2) ?? false;
    expect(stepper.backUntil(isHeld)).to.equal(true);
    expect([isHeld(stepper.state()), stepper.loop.time()]).to.deep.equal([true, 1]);
    const { position } = stepper;
    stepper.step();
    expect(isHeld(stepper.state())).to.equal(false);
    expect(stepper.backUntil(isHeld)).to.equal(true);
    expect(stepper.position).to.equal(position);
  });

  it('stays where it is, if the state was never so', () => {
    stepper.seek(5);
    expect([stepper.backUntil(() => false), stepper.position]).to.deep.equal([false, 5]);
  });

  it('has another loop there, and other tasks: they are alive', () => {
    stepper.seek(6);
    const { loop } = stepper;
    const task = stepper.task('a') as Task;
    stepper.back();
    expect(stepper.loop).not.to.equal(loop);
    expect(stepper.task('a')).not.to.equal(task);
    expect(stepper.task('a')?.getLoop()).to.equal(stepper.loop);
    stepper.seek(Infinity);
    expect([stepper.task('a')?.done(), task.done()]).to.deep.equal([true, false]);
  });

  it('has tasks of the same names there', () => {
    stepper = new Stepper(async () => {
      const names = [createTask(sleep(0)), createTask(sleep(0))].map((task) => task.getName());
      await sleep(1);
      return names;
    });
    for (let i = 0; i < 2; i++) {
      stepper.seek(Infinity);
      expect(stepper.main.result()).to.deep.equal(['Task-2', 'Task-3']);
      stepper.seek(1);
    }
  });

  it('has the context there in which the first run began', () => {
    const user = new ContextVar('user', { default: 'nobody' });
    user.set('ann');
    stepper = new Stepper(async () => {
      const before = user.get();
      user.set('bob');
      await sleep(1);
      return [before, user.get()];
    });
    user.set('eve');
    for (let i = 0; i < 2; i++) {
      stepper.seek(Infinity);
      expect(stepper.main.result()).to.deep.equal(['ann', 'bob']);
      stepper.seek(1);
    }
    expect(user.get()).to.equal('eve');
  });

  it("has what the program's function sets begin anew", () => {
    const user = new ContextVar('user', { default: 'nobody' });
    stepper = new Stepper(() => {
      const before = user.get();
      user.set('ann');
      return sleep(1, before);
    });
    stepper.seek(Infinity);
    stepper.back();
    stepper.seek(Infinity);
    expect([stepper.main.result(), user.get()]).to.deep.equal(['nobody', 'nobody']);
  });

  it('has a clock of its own there', () => {
    const clocks: VirtualClock[] = [];
    const clock = () => {
      clocks.push(new VirtualClock(7));
      return clocks.at(-1) as VirtualClock;
    };
    stepper = new Stepper(program, { clock });
    stepper.untilTime(8);
    stepper.seek(0);
    expect(clocks.map((each) => each.time())).to.deep.equal([8, 7]);
  });

  it('goes past where the program left its loop: of that it was told when it came there first', () => {
    stepper = new Stepper(async (loop) => {
      loop.callSoon(() => {
        throw new KeyboardInterrupt();
      });
      await sleep(1);
    });
    thrownBy(() => stepper.seek(Infinity));
    stepper.seek(4);
    expect([stepper.back(), stepper.position]).to.deep.equal([true, 3]);
  });

  it('goes from where the program waits for ever', () => {
    stepper = new Stepper(async (loop) => {
      await sleep(1);
      await loop.createFuture();
    });
    const error = thrownBy(() => stepper.seek(Infinity));
    expect([stepper.back(), stepper.position]).to.deep.equal([true, 2]);
    expect(thrownBy(() => stepper.seek(Infinity)).message).to.equal(error.message);
  });

  it('goes in one program while another goes forwards: neither knows of the other', () => {
    const other = new Stepper(program);
    while (stepper.step()) {
      other.step();
      other.step();
      other.back();
    }
    while (other.step());
    expect(other.events).to.deep.equal(stepper.events);
    other.back();
    stepper.back();
    expect(other.events).to.deep.equal(stepper.events);
  });

  it('tells of the task that is being executed, in each run', () => {
    const names: (string | undefined)[] = [];
    stepper = new Stepper(async () => void names.push(currentTask()?.getName()));
    stepper.step();
    stepper.back();
    stepper.step();
    expect(names).to.deep.equal(['Task-1', 'Task-1']);
  });
});
