import { expect } from 'chai';
import {
  allTasks,
  ContextVar,
  createTask,
  currentTask,
  EventLoop,
  eagerTaskFactory,
  KeyboardInterrupt,
  repr,
  SystemExit,
  sleep,
  type Task,
} from '../../lib';
import { Log, thrownBy } from '../support';

describe('eagerTaskFactory: the first step', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    loop.setTaskFactory(eagerTaskFactory);
  });

  const noteCurrent = (where: string, me?: Task) => log.note(`${where} ${currentTask() === me}`);

  it('has the new task as the current one, within the old one', () => {
    function* leaf() {
      return currentTask();
    }
    function* middle() {
      const me = currentTask();
      const task = createTask(leaf());
      noteCurrent('middle', me);
      log.note(`leaf was another ${task.result() === task}, listed ${allTasks().size}`);
    }
    function* main() {
      const me = currentTask();
      createTask(middle());
      noteCurrent('main', me);
    }
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['middle true@0', 'leaf was another true, listed 2@0', 'main true@0']);
  });

  it('runs in the context of the new task', () => {
    const variable = new ContextVar('variable', { default: 'outside' });
    function* child() {
      variable.set('inside');
    }
    function* main() {
      const task = createTask(child());
      log.note(`${variable.get()} ${task.getContext().get(variable)}`);
    }
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['outside inside@0']);
  });

  for (const error of [new SystemExit(3), new KeyboardInterrupt()]) {
    it(`lets ${error.name} out of createTask, and the task has it as its exception`, () => {
      let task: Task | undefined;
      function* child() {
        task = currentTask();
        throw error;
      }
      function* main() {
        const me = currentTask();
        log.note(`${thrownBy(() => createTask(child())) === error}`);
        noteCurrent('main', me);
      }
      loop.runUntilComplete(main());
      expect([...log.entries, task?.exception()]).to.deep.equal(['true@0', 'main true@0', error]);
    });
  }

  it('that cancels its own task and returns leaves it cancelled', () => {
    function* child() {
      currentTask()?.cancel('self');
      return 5;
    }
    function* main() {
      const task = createTask(child());
      log.note(`${task.done()} ${task.cancelled()} ${task.cancel()}`);
      yield* task;
    }
    expect(repr(thrownBy(() => loop.runUntilComplete(main())))).to.equal("CancelledError('self')");
    expect(log.entries).to.deep.equal(['true true false@0']);
  });

  it('that cancels its own task and waits has what it waits for cancelled at once', () => {
    const future = loop.createFuture();
    function* child() {
      currentTask()?.cancel('self');
      yield* future;
    }
    function* main() {
      const task = createTask(child());
      log.note(`${task.done()} ${future.cancelled()}`);
      yield* task;
    }
    expect(repr(thrownBy(() => loop.runUntilComplete(main())))).to.equal("CancelledError('self')");
    expect(log.entries).to.deep.equal(['false true@0']);
  });

  it('cannot be taken in a context that is entered already, and then there is no task', () => {
    function* main() {
      const { message } = thrownBy(() => createTask(sleep(1), { context: currentTask()?.getContext() }));
      log.note(message.slice(0, 'cannot enter context'.length));
      log.note(`${allTasks().size}`);
    }
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['cannot enter context@0', '1@0']);
  });
});
