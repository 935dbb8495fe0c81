import { expect } from 'chai';
import {
  asyncWith,
  createTask,
  EventLoop,
  Future,
  gather,
  Lock,
  Queue,
  shield,
  sleep,
  type Task,
  TaskGroup,
} from '../../lib';
import { runBriefly } from '../support';
import { observe } from './observer-log';

describe('The observer of a loop, when a task is asked to end,', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  /** Let a task called `name` wait. */
  function waiting(name: string, wait: () => PromiseLike<unknown>): Task {
    const task = loop.createTask((async () => await wait())(), { name });
    runBriefly(loop);
    return task;
  }

  /** What is told of a request to cancel `task`. */
  function toldOfCancelling(task: Task, message?: string): string[] {
    const log = observe(loop, (name) => !name.startsWith('handle'));
    task.cancel(message);
    return log;
  }

  it('is told so, and what comes of it', () => {
    const future = new Future(loop);
    expect(toldOfCancelling(waiting('main', () => future))).to.deep.equal([
      'cancelBegun main',
      'futureDone Future',
      'taskWoken main Future',
      'waitersTold Future',
      'cancelEnded main',
    ]);
  });

  it('is told with what message', () => {
    const task = waiting('main', () => new Future(loop));
    expect(toldOfCancelling(task, 'enough')[0]).to.equal('cancelBegun main enough');
  });

  it('is told to whom the task passes that on', () => {
    const inner = waiting('inner', () => new Future(loop));
    const middle = waiting('middle', () => inner);
    const outer = waiting('outer', () => middle);
    expect(toldOfCancelling(outer, 'enough')).to.deep.equal([
      'cancelBegun outer enough',
      'cancelBegun middle enough',
      'cancelBegun inner enough',
      'futureDone Future',
      'taskWoken inner Future',
      'waitersTold Future',
      'cancelEnded inner',
      'cancelEnded middle',
      'cancelEnded outer',
    ]);
  });

  it('is told of each child to which a gathering passes it on', () => {
    const [a, b] = ['a', 'b'].map((name) => waiting(name, () => new Future(loop))) as [Task, Task];
    const log = toldOfCancelling(waiting('main', () => gather([a, b])));
    expect(log.filter((entry) => entry.startsWith('cancel'))).to.deep.equal([
      'cancelBegun main',
      'cancelBegun a',
      'cancelEnded a',
      'cancelBegun b',
      'cancelEnded b',
      'cancelEnded main',
    ]);
  });

  it('is told of nobody behind a shield', () => {
    const inner = waiting('inner', () => new Future(loop));
    const log = toldOfCancelling(waiting('main', () => shield(inner)));
    expect(log.filter((entry) => entry.startsWith('cancel'))).to.deep.equal(['cancelBegun main', 'cancelEnded main']);
  });

  it('is told that a task which waits for nothing is to be cancelled in its next step', () => {
    const task = loop.createTask(sleep(1), { name: 'main' });
    const log = observe(loop, (name) => /^(cancel|step)/.test(name));
    task.cancel();
    runBriefly(loop);
    expect(log).to.deep.equal([
      'cancelBegun main',
      'cancelEnded main',
      'stepBegun main CancelledError()',
      'stepEnded main',
    ]);
  });

  it('is told nothing if that is done already', () => {
    const task = loop.createTask(sleep(0));
    loop.runUntilComplete(task);
    expect(toldOfCancelling(task)).to.deep.equal([]);
  });

  it('is told which of several that wait for each other stops waiting', () => {
    const tasks: Task[] = [];
    for (const i of [0, 1, 2]) {
      const wait = async () => await tasks[(i + 1) % 3];
      tasks.push(loop.createTask(wait(), { name: `task ${i}` }));
    }
    runBriefly(loop);
    expect(toldOfCancelling(tasks[1] as Task)).to.deep.equal([
      'cancelBegun task 1',
      'cancelBegun task 2',
      'cancelBegun task 0',
      'taskSuspended task 1',
      'cancelEnded task 0',
      'cancelEnded task 2',
      'cancelEnded task 1',
    ]);
  });

  it('is told in pairs that nest, whatever the program does', () => {
    const log = observe(
      loop,
      (name) => /(Begun|Ended|futureDone|waitersTold)$/.test(name) && name !== 'iterationBegun',
    );
    loop.runUntilComplete(stirring());
    loop.close();
    expect(unpaired(log)).to.deep.equal([]);
  });
});

/** A program in which much is cancelled. */
async function stirring(): Promise<void> {
  const lock = new Lock();
  const queue = new Queue(1);
  const tasks = [lock.acquire(), lock.acquire(), queue.get(), queue.join(), sleep(9), gather([sleep(9), sleep(9)])];
  const waiting = tasks.map((each) => createTask((async () => await each)()));
  const grouped = createTask(asyncWith(new TaskGroup(), async (group) => group.createTask(sleep(9))));
  await sleep(1);
  for (const task of [...waiting, grouped]) task.cancel();
  await gather([...waiting, grouped], { returnExceptions: true });
}

const CLOSES: Record<string, string> = {
  handleBegun: 'handleEnded',
  stepBegun: 'stepEnded',
  cancelBegun: 'cancelEnded',
  futureDone: 'waitersTold',
};

/** The entries that are not closed by the right one, in turn. */
function unpaired(log: readonly string[]): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const entry of log) {
    const [name = '', thing] = entry.split(' ');
    if (name in CLOSES) open.push(`${CLOSES[name]} ${thing}`);
    else if (open.pop() !== `${name} ${thing}`) wrong.push(entry);
  }
  return [...wrong, ...open];
}
