import { expect } from 'chai';
import {
  asCompleted,
  asyncWith,
  type BaseExceptionGroup,
  type Context,
  ContextVar,
  createEagerTaskFactory,
  createTask,
  EventLoop,
  type Future,
  gather,
  getRunningLoop,
  run,
  sleep,
  staggeredRace,
  Task,
  type Timeout,
  timeout,
  ValueError,
  wait,
  waitFor,
} from '../lib';
import { is, type Same } from './same-type';
import { greet, hello, plain, runIn } from './typed-programs';

describe('The types', () => {
  describe('of combinators', () => {
    it('give gather a tuple', () => {
      runIn(function* () {
        const results = yield* gather([hello(1), greet(1), plain(1)]);
        is<Same<typeof results, [number, string, boolean]>>();
        expect(results).to.deep.equal([1, 'hello 1', true]);
      });
    });

    it('give gather of a list a list', () => {
      runIn(function* () {
        const results = yield* gather([1, 2].map(hello));
        is<Same<typeof results, number[]>>();
        expect(results).to.deep.equal([1, 2]);
      });
    });

    it('let the results be errors where gather returns exceptions', () => {
      runIn(function* () {
        const results = yield* gather([hello(1), greet(1)], { returnExceptions: true });
        is<Same<typeof results, [number | Error, string | Error]>>();
        expect(results).to.deep.equal([1, 'hello 1']);
      });
    });

    it('do not let gather have a single awaitable, or what is none', () => {
      const loop = new EventLoop();
      // @ts-expect-error: a coroutine is no list
      const single = () => gather(hello(1));
      // @ts-expect-error: a number cannot be awaited
      const number = () => gather([hello(1), 5]);
      expect([single, number].map((make) => make.length)).to.deep.equal([0, 0]);
      loop.close();
    });

    it('let those that a list holds give different things, in wait, asCompleted and races', () => {
      runIn(function* () {
        const [done] = yield* wait([hello(1), greet(1)]);
        is<Same<typeof done, Set<Future<string | number>>>>();
        const [winner] = yield* staggeredRace([() => hello(1), () => greet(2)], 5);
        is<Same<typeof winner, string | number | undefined>>();
        for (const next of asCompleted([hello(1), greet(2)])) {
          const result = yield* next;
          is<Same<typeof result, string | number>>();
        }
        expect([done.size, winner]).to.deep.equal([2, 1]);
      });
    });

    it('give wait sets of tasks, where it is given tasks', () => {
      runIn(function* () {
        const sets = yield* wait([createTask(hello(1), { name: 'greeter' })]);
        is<Same<typeof sets, [Set<Task<number>>, Set<Task<number>>]>>();
        expect([...sets[0]].map((task) => task.getName())).to.deep.equal(['greeter']);
      });
    });

    it("let a manager's aexit give nothing", () => {
      class Manager {
        async aenter() {
          return 'in';
        }
        async aexit() {}
      }
      runIn(function* () {
        const target = yield* asyncWith(new Manager(), async (target) => target);
        is<Same<typeof target, string>>();
        expect(target).to.equal('in');
      });
    });

    it('take a class of tasks where eager tasks are to be made of it', () => {
      class OwnTask<T> extends Task<T> {}
      runIn(function* () {
        getRunningLoop().setTaskFactory(createEagerTaskFactory(OwnTask));
        const task = createTask(plain(1));
        expect(task).to.be.an.instanceOf(OwnTask);
        yield* task;
      });
    });

    it('give wait two sets', () => {
      runIn(function* () {
        const sets = yield* wait([hello(1), hello(2)], { returnWhen: 'FIRST_COMPLETED' });
        is<Same<typeof sets, [Set<Future<number>>, Set<Future<number>>]>>();
        expect(sets.map((set) => set.size)).to.deep.equal([1, 1]);
      });
      // @ts-expect-error: not one of the three
      expect(() => run(wait([hello(1)], { returnWhen: 'SOMETIMES' }))).to.throw(ValueError);
    });

    it('let waitFor and asyncWith keep the type of the result', () => {
      runIn(function* () {
        const waited = yield* waitFor(greet(1), 2);
        const inside = yield* asyncWith(timeout(2), function* (manager) {
          is<Same<typeof manager, Timeout>>();
          return yield* hello(1);
        });
        is<Same<typeof waited, string>>();
        is<Same<typeof inside, number>>();
        expect([waited, inside]).to.deep.equal(['hello 1', 1]);
      });
    });

    it('give sleep the type of its result', () => {
      runIn(function* () {
        const nothing = yield* sleep(1);
        const text = yield* sleep(1, 'text');
        is<Same<typeof nothing, void>>();
        is<Same<typeof text, string>>();
        expect([nothing, text]).to.deep.equal([undefined, 'text']);
      });
      // @ts-expect-error: a delay is a number
      expect(() => run(sleep('1'))).to.throw(TypeError);
    });
  });

  describe('of contexts and groups', () => {
    it('check the value of a ContextVar', () => {
      const level = new ContextVar('level', { default: 1 });
      is<Same<ReturnType<typeof level.get>, number>>();
      // @ts-expect-error: the value is a number
      const set = () => level.set('high');
      const inContext = (context: Context) => context.get(level);
      is<Same<ReturnType<typeof inContext>, number | undefined>>();
      expect([level.get(), typeof set]).to.deep.equal([1, 'function']);
    });

    it('take classes and functions for the condition of a split', () => {
      const split = (group: BaseExceptionGroup) => [
        group.split(ValueError),
        group.split((error) => error.name === 'X'),
      ];
      // @ts-expect-error: a string is neither
      const wrong = (group: BaseExceptionGroup) => group.split('ValueError');
      is<Same<ReturnType<BaseExceptionGroup['subgroup']>, BaseExceptionGroup | undefined>>();
      expect([split.length, wrong.length]).to.deep.equal([1, 1]);
    });
  });
});
