import { expect } from 'chai';
import {
  type Context,
  ContextVar,
  type CoroutineLike,
  copyContext,
  coroutine,
  createTask,
  EventLoop,
  gather,
  sleep,
  Task,
} from '../../lib';
import { Log } from '../support';

describe('Task: its context', () => {
  let loop: EventLoop;
  let log: Log;
  let variable: ContextVar<unknown>;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    variable = new ContextVar<unknown>('variable', { default: 'default' });
  });

  const note = (where: string) => log.note(`${where} ${variable.get()}`);

  it('is a copy, made with the task: neither sees what the other sets after that', () => {
    const inner = async () => {
      await sleep(1);
      note('inner');
      variable.set('changed');
    };
    const main = async () => {
      note('main');
      const task = createTask(inner());
      variable.set('set');
      note('main');
      await task;
      note('main');
    };
    loop.runUntilComplete(loop.createTask(main()));
    expect(log.entries).to.deep.equal(['main default@0', 'main set@0', 'inner default@1', 'main set@1']);
  });

  it('is untouched by the callbacks of what it waits for, and goes with it through futures and sleeps', () => {
    const main = coroutine(function* () {
      note('begins');
      for (const round of ['first', 'second']) {
        const future = loop.createFuture<void>();
        future.addDoneCallback(() => variable.set('polluted'));
        variable.set(round);
        loop.callSoon(() => future.setResult());
        yield* future;
        note('after the future');
        for (let i = 0; i < 3; i++) {
          variable.set(`${round} ${i}`);
          yield* sleep(1);
          note('after a sleep');
        }
      }
    });
    loop.runUntilComplete(loop.createTask(main()));
    note('outside');
    expect(log.entries).to.deep.equal([
      'begins default@0',
      'after the future first@0',
      'after a sleep first 0@1',
      'after a sleep first 1@2',
      'after a sleep first 2@3',
      'after the future second@3',
      'after a sleep second 0@4',
      'after a sleep second 1@5',
      'after a sleep second 2@6',
      'outside default@6',
    ]);
  });

  it('is kept apart from those of a hundred others, each of which sets the same variable again and again', () => {
    const mixedUp: string[] = [];
    const worker = async (n: number) => {
      for (let i = 0; i < 10; i++) {
        variable.set(n + i);
        await sleep(((n * 7 + i * 13) % 50) / 1000); // 50 delays, all through each other
        if (variable.get() !== n + i) mixedUp.push(`${n} ${i}: ${variable.get()}`);
      }
      return variable.get();
    };
    const main = async () =>
      await gather(Array.from({ length: 100 }, (_, n) => loop.createTask(worker(n), { name: `${n}` })));
    expect(loop.runUntilComplete(main())).to.deep.equal(Array.from({ length: 100 }, (_, n) => n + 9));
    expect([mixedUp, variable.get()]).to.deep.equal([[], 'default']);
  });

  describe('given, is shared by all tasks that are given it', () => {
    const makers: [string, (coro: CoroutineLike<void>, context: Context) => Task<void>][] = [
      ['new Task', (coro, context) => new Task(coro, { loop, context })],
      ['createTask', (coro, context) => createTask(coro, { context })],
      ['loop.createTask', (coro, context) => loop.createTask(coro, { context })],
    ];

    for (const [name, make] of makers) {
      it(`by ${name}`, () => {
        const setting = coroutine(function* (value: number) {
          yield* sleep(0);
          variable.set(value);
        });
        const main = async () => {
          const context = copyContext();
          const values = [context.get(variable)];
          for (const value of [1, 2]) {
            await make(setting(value), context);
            values.push(context.get(variable));
          }
          return values;
        };
        expect(loop.runUntilComplete(main())).to.deep.equal([undefined, 1, 2]);
        expect(variable.get()).to.equal('default');
      });
    }
  });
});
