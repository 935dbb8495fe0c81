import { expect } from 'chai';
import {
  type AwaitableLike,
  asyncWith,
  ContextVar,
  copyContext,
  EventLoop,
  sleep,
  type Task,
  TaskGroup,
} from '../../lib';
import { Log } from '../support';

/** A task's body: give `result` after `delay` seconds. */
type Giving = (delay: number, result: number) => AwaitableLike<number>;

/** Make a task of a group at once, and another after 0.15 seconds; give both. */
type TwoTasks = (
  group: TaskGroup,
  make: (delay: number, result: number) => Task<number>,
) => AwaitableLike<Task<number>[]>;

const WAYS: Record<string, { giving: Giving; body: TwoTasks }> = {
  'in generators': {
    *giving(delay, result) {
      yield* sleep(delay);
      return result;
    },
    *body(_group, make) {
      const first = make(0.1, 42);
      yield* sleep(0.15);
      return [first, make(0.2, 11)];
    },
  },
  'in async functions': {
    async giving(delay, result) {
      await sleep(delay);
      return result;
    },
    async body(_group, make) {
      const first = make(0.1, 42);
      await sleep(0.15);
      return [first, make(0.2, 11)];
    },
  },
};

describe('TaskGroup', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  for (const [way, { giving, body }] of Object.entries(WAYS)) {
    it(`waits for its tasks before it is left, ${way}`, () => {
      const main = asyncWith(new TaskGroup(), function* (group) {
        return [group.createTask(giving(0.1, 42)), group.createTask(giving(0.2, 11))];
      });
      const tasks = loop.runUntilComplete(main);
      expect([...tasks.map((task) => task.result()), loop.time()]).to.deep.equal([42, 11, 0.2]);
    });

    it(`takes tasks at any time within its body, and gives what that returns, ${way}`, () => {
      const main = asyncWith(new TaskGroup(), (group) =>
        body(group, (delay, result) => group.createTask(giving(delay, result)) as Task<number>),
      );
      const tasks = loop.runUntilComplete(main);
      expect([...tasks.map((task) => task.result()), loop.time()]).to.deep.equal([42, 11, 0.35]);
    });
  }

  it('runs its tasks side by side with its body', () => {
    const talking = async (name: string, delay: number) => {
      log.note(`${name} begins`);
      await sleep(delay);
      log.note(`${name} ends`);
    };
    async function main() {
      await asyncWith(new TaskGroup(), async (group) => {
        for (const [name, delay] of [
          ['A', 3],
          ['B', 1],
        ] as const)
          group.createTask(talking(name, delay));
        await talking('body', 2);
      });
      log.note('left');
    }
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal([
      'body begins@0',
      'A begins@0',
      'B begins@0',
      'B ends@1',
      'body ends@2',
      'A ends@3',
      'left@3',
    ]);
  });

  it('goes on, as do its other tasks, when one of them is cancelled', () => {
    const main = asyncWith(new TaskGroup(), function* (group) {
      const cancelled = group.createTask(sleep(1, 42));
      yield* sleep(0.15);
      cancelled.cancel();
      return [cancelled, group.createTask(sleep(0.2, 11))] as const;
    });
    const [cancelled, other] = loop.runUntilComplete(main);
    expect([cancelled.cancelled(), other.result(), loop.time()]).to.deep.equal([true, 11, 0.35]);
  });

  it('takes tasks from its tasks, while the parent waits for them', () => {
    const child = async (name: string, delay: number) => {
      await sleep(delay);
      log.note(name);
    };
    const main = asyncWith(new TaskGroup(), async (group) => {
      const root = async () => {
        await child('root', 1);
        for (const [name, delay] of [
          ['A', 1],
          ['B', 2],
        ] as const)
          group.createTask(child(name, delay));
      };
      group.createTask(root());
    });
    loop.runUntilComplete(main);
    expect([...log.entries, loop.time()]).to.deep.equal(['root@1', 'A@2', 'B@3', 3]);
  });

  it('forgets each task when it ends, and not only all at the end', () => {
    const main = asyncWith(new TaskGroup(), async (group) => {
      for (let count = 0; count < 10; count++) {
        await sleep(1);
        group.createTask(sleep(2.5));
        if (count === 5) log.note(`${group}`);
      }
      await sleep(5);
      log.note(`${group}`);
    });
    loop.runUntilComplete(main);
    expect(log.entries).to.deep.equal(['<TaskGroup tasks=3 entered>@6', '<TaskGroup entered>@15']);
  });

  it('names a task as it is told, or as any other task', () => {
    const main = asyncWith(new TaskGroup(), function* (group) {
      return [group.createTask(sleep(0), { name: 'yolo' }), group.createTask(sleep(0))];
    });
    const [named, other] = loop.runUntilComplete(main).map((task) => task.getName());
    expect(named).to.equal('yolo');
    expect(other).to.match(/^Task-\d+$/);
  });

  it('runs a task in the context it is given, or in a copy of the current one', () => {
    const variable = new ContextVar<number | undefined>('variable', { default: undefined });
    const setting = async (value: number) => {
      await sleep(0);
      variable.set(value);
    };
    async function body(group: TaskGroup) {
      const context = copyContext();
      const seen = [context.get(variable)];
      for (const value of [1, 2]) {
        await group.createTask(setting(value), { context });
        seen.push(context.get(variable));
      }
      await group.createTask(setting(3));
      return [...seen, variable.get()];
    }
    const seen = loop.runUntilComplete(asyncWith(new TaskGroup(), body));
    expect(seen).to.deep.equal([undefined, 1, 2, undefined]);
  });

  describe('shown', () => {
    it('says whether it was entered, and how many of its tasks are not done', () => {
      const group = new TaskGroup();
      const texts = [String(group)];
      async function main() {
        await asyncWith(group, async () => {
          texts.push(String(group));
          group.createTask(sleep(1));
          texts.push(String(group));
        });
      }
      loop.runUntilComplete(main());
      expect([...texts, String(group)]).to.deep.equal([
        '<TaskGroup>',
        '<TaskGroup entered>',
        '<TaskGroup tasks=1 entered>',
        '<TaskGroup entered>',
      ]);
    });

    it('says that it cancels, and counts the errors', () => {
      const failing = async () => {
        throw new Error('broken');
      };
      const main = asyncWith(new TaskGroup(), async (group) => {
        group.createTask(failing());
        group.createTask(sleep(9));
        await sleep(0);
        log.note(`${group}`);
        try {
          await sleep(9);
        } finally {
          log.note(`${group}`);
          await sleep(0);
          log.note(`${group}`);
        }
      });
      expect(() => loop.runUntilComplete(main)).to.throw('unhandled errors in a TaskGroup');
      expect(log.entries).to.deep.equal([
        '<TaskGroup tasks=2 entered>@0',
        '<TaskGroup tasks=1 errors=1 cancelling>@0',
        '<TaskGroup errors=1 cancelling>@0',
      ]);
    });
  });
});
