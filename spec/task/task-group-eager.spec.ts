import { expect } from 'chai';
import {
  asyncWith,
  type CancelledError,
  currentTask,
  EventLoop,
  type ExceptionGroup,
  eagerTaskFactory,
  sleep,
  TaskGroup,
  ValueError,
} from '../../lib';
import { Log, thrownBy } from '../support';

describe('TaskGroup: with eager tasks', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    loop.setTaskFactory(eagerTaskFactory);
    log = new Log(loop);
  });

  const cancelling = () => currentTask()?.cancelling();

  async function fails() {
    throw new ValueError('at once');
  }

  /** Run `body` in a group; note the errors that come out. */
  async function main(body: (group: TaskGroup) => Promise<void>) {
    try {
      await asyncWith(new TaskGroup(), body);
    } catch (error) {
      log.note(`${(error as ExceptionGroup).errors}, cancelling ${cancelling()}`);
    }
  }

  it('has nothing to wait for in one that ends as it is made', () => {
    const body = async (group: TaskGroup) => {
      const task = group.createTask((async () => 1)());
      log.note(`${group}, done ${task.done()}`);
    };
    loop.runUntilComplete(main(body));
    expect(log.entries).to.deep.equal(['<TaskGroup entered>, done true@0']);
  });

  it('waits for one that does not', () => {
    const body = async (group: TaskGroup) => {
      const child = async () => {
        log.note('begun');
        await sleep(1);
        log.note('done');
      };
      group.createTask(child());
      log.note(`${group}`);
    };
    loop.runUntilComplete(main(body));
    expect(log.entries).to.deep.equal(['begun@0', '<TaskGroup tasks=1 entered>@0', 'done@1']);
  });

  it('is shutting down as soon as one fails as it is made; the body learns at its next await', () => {
    const body = async (group: TaskGroup) => {
      group.createTask(fails());
      log.note(`${group}, cancelling ${cancelling()}`);
      log.note(String(thrownBy(() => group.createTask(fails()))));
      try {
        await sleep(1);
      } catch (error) {
        log.note(`next await ${(error as CancelledError).name}`);
        throw error;
      }
    };
    loop.runUntilComplete(main(body));
    expect(log.entries).to.deep.equal([
      '<TaskGroup errors=1 cancelling>, cancelling 1@0',
      'RuntimeError: TaskGroup <TaskGroup errors=1 cancelling> is shutting down@0',
      'next await CancelledError@0',
      'ValueError: at once, cancelling 0@0',
    ]);
  });

  it('leaves no cancellation behind where the body ends without another await', () => {
    async function afterwards() {
      await main(async (group) => {
        group.createTask(fails());
      });
      await sleep(1);
      log.note('goes on');
    }
    loop.runUntilComplete(afterwards());
    expect(log.entries).to.deep.equal(['ValueError: at once, cancelling 0@0', 'goes on@1']);
  });

  it('does not cancel a task that is still being made when another fails, as it is not in the group yet', () => {
    const body = async (group: TaskGroup) => {
      const second = async () => {
        group.createTask(fails());
        await sleep(1);
        log.note('not cancelled');
      };
      group.createTask(second());
    };
    loop.runUntilComplete(main(body));
    expect(log.entries).to.deep.equal(['not cancelled@1', 'ValueError: at once, cancelling 0@1']);
  });
});
