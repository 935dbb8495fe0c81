import { expect } from 'chai';
import {
  Context,
  ContextVar,
  copyContext,
  coroutine,
  createTask,
  EventLoop,
  eagerTaskFactory,
  gather,
  RuntimeError,
  shield,
  sleep,
  Task,
  waitFor,
} from '../../lib';
import { collectReports, thrownBy } from '../support';

const user = new ContextVar('user', { default: 'nobody' });

const become = coroutine(function* become(name: string) {
  user.set(name);
  yield* sleep(0);
  return user.get();
});

describe('The context of callbacks and tasks', () => {
  let loop: EventLoop;
  let log: string[];
  const note = (text: string): void => {
    log.push(`${text} ${user.get()}`);
  };

  beforeEach(() => {
    loop = new EventLoop();
    log = [];
  });

  describe('copied where something is scheduled', () => {
    it('is the one of the call, not of the run', () => {
      const future = loop.createFuture<void>();
      new Context().run(() => {
        user.set('ann');
        loop.callSoon(note, 'callSoon');
        loop.callLater(1, note, 'callLater');
        future.addDoneCallback(() => note('addDoneCallback'));
        user.set('bob');
      });
      loop.callLater(2, () => future.setResult());
      loop.runUntilComplete(future);
      loop.runUntilComplete(sleep(0));
      expect(log).to.deep.equal(['callSoon ann', 'callLater ann', 'addDoneCallback ann']);
    });

    it('keeps what a callback sets from everybody else', () => {
      loop.callSoon(() => user.set('ann'));
      loop.callSoon(note, 'next');
      loop.runUntilComplete(sleep(0));
      note('outside');
      expect(log).to.deep.equal(['next nobody', 'outside nobody']);
    });

    it('is copied anew for a callback added to a future that is done', () => {
      const future = loop.createFuture<void>();
      future.setResult();
      new Context().run(() => {
        user.set('ann');
        future.addDoneCallback(() => note('callback'));
        user.set('bob');
      });
      loop.runUntilComplete(sleep(0));
      expect(log).to.deep.equal(['callback ann']);
    });
  });

  describe('given as an option', () => {
    it('is used itself: what is set inside is seen in it', () => {
      const context = new Context();
      const future = loop.createFuture<void>();
      loop.callSoon((name: string) => user.set(name), 'ann', { context });
      loop.callLater(1, () => note('callLater'), { context });
      future.addDoneCallback(() => note('addDoneCallback'), { context });
      loop.callLater(2, () => future.setResult());
      loop.runUntilComplete(future);
      loop.runUntilComplete(sleep(0));
      expect(log).to.deep.equal(['callLater ann', 'addDoneCallback ann']);
      expect([context.get(user), user.get()]).to.deep.equal(['ann', 'nobody']);
    });

    it('is the context of a task', () => {
      const context = new Context();
      const task = loop.createTask(become('ann'), { context });
      expect(loop.runUntilComplete(task)).to.equal('ann');
      expect(task.getContext()).to.equal(context);
      expect([context.get(user), user.get()]).to.deep.equal(['ann', 'nobody']);
    });
  });

  describe('of a coroutine', () => {
    it("is the caller's where the coroutine is awaited directly", () => {
      const main = coroutine(function* () {
        yield* become('ann');
        note('after');
      });
      loop.runUntilComplete(main());
      expect(log).to.deep.equal(['after ann']);
    });

    it("is the caller's where an async function is awaited directly", () => {
      const rename = async (name: string): Promise<void> => {
        user.set(name);
        await sleep(0);
      };
      const main = async (): Promise<void> => {
        await rename('ann');
        note('after');
      };
      loop.runUntilComplete(main());
      expect(log).to.deep.equal(['after ann']);
    });

    it("is the caller's in waitFor", () => {
      const main = coroutine(function* () {
        yield* waitFor(become('ann'), 10);
        note('after');
      });
      loop.runUntilComplete(main());
      expect(log).to.deep.equal(['after ann']);
    });

    it('is a copy in createTask, gather and shield', () => {
      const main = coroutine(function* () {
        user.set('me');
        log.push(yield* createTask(become('ann')));
        log.push(...(yield* gather([become('bob'), become('cid')])));
        log.push(yield* shield(become('dan')));
        note('after');
      });
      loop.runUntilComplete(main());
      expect(log).to.deep.equal(['ann', 'bob', 'cid', 'dan', 'after me']);
    });
  });

  describe('of a task', () => {
    it('stays the same at every step, whoever wakes the task', () => {
      const future = loop.createFuture<void>();
      const main = coroutine(function* () {
        user.set('task');
        yield* future;
        note('woken');
      });
      const task = loop.createTask(main());
      loop.callLater(1, () => {
        user.set('waker');
        future.setResult();
      });
      loop.runUntilComplete(task);
      expect(log).to.deep.equal(['woken task']);
      expect(task.getContext().get(user)).to.equal('task');
    });

    it('is given by getContext, and is current in its steps', () => {
      const contexts: Context[] = [];
      const main = coroutine(function* () {
        contexts.push(Context.current);
        yield* sleep(1);
        contexts.push(Context.current);
      });
      const task = loop.createTask(main());
      loop.runUntilComplete(task);
      expect(contexts).to.deep.equal([task.getContext(), task.getContext()]);
    });
  });

  describe('that is entered already', () => {
    it('is refused to an eager task', () => {
      loop.setTaskFactory(eagerTaskFactory);
      const main = coroutine(function* () {
        const coro = become('ann');
        const error = thrownBy(() => new Task(coro, { loop, context: Context.current, eagerStart: true }));
        coro.close();
        return error;
      });
      const error = loop.runUntilComplete(main());
      expect(error).to.be.instanceOf(RuntimeError);
      expect(error.message).to.match(/^cannot enter context: .* is already entered$/);
    });

    it('is refused to a callback: an exception like any other in a callback, which does not end the run', () => {
      const reports: Record<string, unknown>[] = [];
      const context = new Context();
      loop.defaultExceptionHandler = (report) => reports.push(report);
      context.run(() => {
        loop.callSoon(note, 'never', { context });
        loop.runUntilComplete(sleep(1));
      });
      expect(log).to.deep.equal([]);
      expect(loop.time()).to.equal(1);
      expect(reports.map((report) => String(report.exception))).to.deep.equal([
        `RuntimeError: cannot enter context: ${context} is already entered`,
      ]);
    });
  });

  describe('of the exception handler', () => {
    it('is that of the task, the future or the handle that the report is about', () => {
      const about = (name: string): { getContext(): Context } => {
        const context = new Context();
        context.run(() => user.set(name));
        return { getContext: () => context };
      };
      loop.setExceptionHandler((_loop, report) => note(report.message as string));
      loop.callExceptionHandler({ message: 'handle', handle: about('h') });
      loop.callExceptionHandler({ message: 'future', future: about('f'), handle: about('h') });
      loop.callExceptionHandler({ message: 'task', task: about('t'), future: about('f') });
      expect(log).to.deep.equal(['handle h', 'future f', 'task t']);
    });

    it('is that of the callback that failed', () => {
      loop.setExceptionHandler(() => note('handler'));
      loop.callSoon(() => {
        user.set('ann');
        throw new Error('failed');
      });
      loop.runUntilComplete(sleep(0));
      expect(log).to.deep.equal(['handler ann']);
    });

    it('is the current one where the report is about nothing that has a context', () => {
      loop.setExceptionHandler(() => note('handler'));
      new Context().run(() => {
        user.set('ann');
        loop.callExceptionHandler({ message: 'alone', future: loop.createFuture() });
      });
      expect(log).to.deep.equal(['handler ann']);
    });
  });

  it('is left as it was by a run of the loop', () => {
    const before = Context.current;
    collectReports(loop);
    loop.callSoon(() => {
      throw new Error('failed');
    });
    loop.runUntilComplete(become('ann'));
    expect(Context.current).to.equal(before);
    expect(copyContext().get(user)).to.equal(undefined);
  });
});
