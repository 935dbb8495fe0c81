import { expect } from 'chai';
import { createTask, type Future, Queue, sleep } from '../../../lib';
import { ReplayError } from '../../../lib/trace/step/replay-error';
import { Stepper } from '../../../lib/trace/step/stepper';
import { thrownBy } from '../../support';
import { withoutHost } from './without-host';

/** Waits for a worker, and says how that ended. */
async function program(): Promise<string> {
  const worker = createTask(sleep(5, 'worked'), { name: 'worker' });
  try {
    return await worker;
  } catch (error) {
    return String(error);
  }
}

describe('What is changed by hand, where a stepper stands,', () => {
  withoutHost();

  let stepper: Stepper<unknown>;

  beforeEach(() => {
    stepper = new Stepper(program);
  });

  /** Go to the end, and say how that was. */
  function ending(): unknown {
    stepper.seek(Infinity);
    return stepper.main.result();
  }

  /** Cancel the worker while it waits. */
  function cancelWorker(): void {
    stepper.seek(2);
    stepper.task('worker')?.cancel('by hand');
  }

  it('has the program go another way', () => {
    cancelWorker();
    expect([ending(), stepper.loop.time()]).to.deep.equal(['CancelledError: by hand', 0]);
  });

  it('has it go another way where it went the one before', () => {
    expect(ending()).to.equal('worked');
    cancelWorker();
    expect([ending(), stepper.loop.time()]).to.deep.equal(['CancelledError: by hand', 0]);
  });

  it('is among what happened, and shows in the state', () => {
    cancelWorker();
    expect(stepper.events.at(-1)).to.deep.include({ type: 'schedule', label: 'step of worker' });
    expect([...stepper.state().ready.values()].map(({ label }) => label)).to.deep.equal(['step of worker']);
  });

  it('is undone by going back to where that was, or before', () => {
    for (const position of [2, 1, 0]) {
      cancelWorker();
      stepper.seek(Infinity);
      stepper.seek(position);
      expect(ending()).to.equal('worked', `from step ${position}`);
    }
  });

  it('is undone even if nothing was run since', () => {
    cancelWorker();
    stepper.seek(1);
    expect(ending()).to.equal('worked');
  });

  it('cannot be done again by the stepper: it says so, where one goes back to what came of it', () => {
    cancelWorker();
    stepper.seek(Infinity);
    const error = thrownBy(() => stepper.back()) as ReplayError;
    expect(error).to.be.an.instanceOf(ReplayError);
    expect(error.before).to.deep.include({ type: 'cancel', message: 'by hand' });
    expect([error.step, stepper.position, ending()]).to.deep.equal([3, 3, 'worked']);
  });

  it('may be something else each time', () => {
    stepper = new Stepper((loop) => loop.createFuture());
    const ends = ['one', 'two', 'one'].map((result) => {
      stepper.seek(0);
      (stepper.main as Future<string>).setResult(result);
      return ending();
    });
    expect(ends).to.deep.equal(['one', 'two', 'one']);
  });

  it('may be that something is scheduled', () => {
    const calls: number[] = [];
    stepper.seek(2);
    stepper.loop.callLater(3, () => calls.push(stepper.loop.time()));
    expect([ending(), calls]).to.deep.equal(['worked', [3]]);
  });

  it('may be what is in a queue', () => {
    const queues: Queue<string>[] = [];
    stepper = new Stepper(async () => {
      const queue = new Queue<string>();
      queues.push(queue);
      return await queue.get();
    });
    stepper.step();
    queues[0]?.putNowait('by hand');
    expect(stepper.state().primitives.get(1)?.items).to.deep.equal(["'by hand'"]);
    expect(ending()).to.equal('by hand');
  });

  it('may be a variable, of which no loop is told: the program is found to differ when it does', () => {
    const switches = { on: false };
    stepper = new Stepper(async () => {
      await sleep(1);
      if (switches.on) await sleep(1);
      return 'over';
    });
    ending();
    stepper.seek(2);
    switches.on = true;
    expect(thrownBy(() => stepper.step())).to.be.an.instanceOf(ReplayError);
    expect([ending(), stepper.loop.time()]).to.deep.equal(['over', 2]);
  });

  it("is not what the program's output was before", () => {
    const outputs = () => stepper.state().output.map(({ text }) => text);
    const write = (text: string) => (stepper as unknown as Writing).run.recorder.wrote('out', text);
    stepper = new Stepper(async () => write(await program()));
    ending();
    expect(outputs()).to.deep.equal(['worked']);
    cancelWorker();
    ending();
    expect(outputs()).to.deep.equal(['CancelledError: by hand']);
  });
});

/** By what a stepper takes note of output, which only a host tells of. */
interface Writing {
  readonly run: { readonly recorder: { wrote(stream: 'out', text: string): void } };
}
