import { expect } from 'chai';
import {
  type Coroutine,
  coroutine,
  createTask,
  EventLoop,
  ensureFuture,
  type Future,
  gather,
  isfuture,
  run,
  shield,
  sleep,
  type Task,
  ValueError,
} from '../lib';
import { is, type Same } from './same-type';
import { greet, hello, plain, runIn } from './typed-programs';

describe('The types', () => {
  describe('of what is awaited', () => {
    it('give yield* the type of the result', () => {
      runIn(function* (loop) {
        const fromCoroutine = yield* hello(1);
        const fromGenerator = yield* plain(1);
        const fromTask = yield* loop.createTask(greet(1));
        is<Same<typeof fromCoroutine, number>>();
        is<Same<typeof fromGenerator, boolean>>();
        is<Same<typeof fromTask, string>>();
        expect([fromCoroutine, fromGenerator, fromTask]).to.deep.equal([1, true, 'hello 1']);
      });
    });

    it('give await the type of the result', () => {
      const main = async (): Promise<void> => {
        const fromCoroutine = await hello(1);
        const fromFunction = await greet(1);
        const fromTask = await createTask(plain(1));
        is<Same<typeof fromCoroutine, number>>();
        is<Same<typeof fromFunction, string>>();
        is<Same<typeof fromTask, boolean>>();
        expect([fromCoroutine, fromFunction, fromTask]).to.deep.equal([1, 'hello 1', true]);
      };
      run(main());
    });

    it('infer what a coroutine function takes and gives', () => {
      is<Same<ReturnType<typeof hello>, Coroutine<number>>>();
      is<Same<Parameters<typeof hello>, [n: number]>>();
      // @ts-expect-error: hello takes a number
      const call = hello('1');
      expect(call.state).to.equal('created');
    });

    it('do not let through yield* what cannot be iterated over', () => {
      function* main() {
        // @ts-expect-error: a number cannot be awaited
        yield* 5;
        // @ts-expect-error: TypeScript takes the call of an async function for a promise
        return yield* greet(1);
      }
      expect(() => run(main())).to.throw(TypeError);
    });

    it('are known of a coroutine function that was an async function', () => {
      const call = coroutine(async (n: number) => `${n}`);
      is<Same<Parameters<typeof call>, [n: number]>>();
      const result = run(call(1));
      is<Same<typeof result, string>>();
      expect(result).to.equal('1');
    });

    it('do not let a function be made a coroutine function whose result cannot be awaited', () => {
      // @ts-expect-error: a number cannot be awaited
      expect(() => run(coroutine(() => 1)())).to.throw(TypeError);
    });
  });

  describe('of loops and tasks', () => {
    it('give runUntilComplete and run the type of the result', () => {
      const loop = new EventLoop();
      const results = [loop.runUntilComplete(hello(1)), loop.runUntilComplete(greet(1)), run(plain(1))] as const;
      is<Same<typeof results, readonly [number, string, boolean]>>();
      expect(results).to.deep.equal([1, 'hello 1', true]);
    });

    it('do not take a function for its call', () => {
      const loop = new EventLoop();
      // @ts-expect-error: greet is not called
      expect(() => loop.runUntilComplete(greet)).to.throw(TypeError);
      // @ts-expect-error: hello is not called
      expect(() => loop.createTask(hello)).to.throw(TypeError);
      // @ts-expect-error: a number is no coroutine
      expect(() => run(5)).to.throw(ValueError);
    });

    it('give a task the type of its coroutine', () => {
      const loop = new EventLoop();
      const task = loop.createTask(hello(1), { name: 'T' });
      is<Same<typeof task, Task<number>>>();
      const result = task.result;
      is<Same<ReturnType<typeof result>, number>>();
      expect(loop.runUntilComplete(task)).to.equal(1);
    });

    it('check the arguments of a callback', () => {
      const loop = new EventLoop();
      const callback = (n: number, text: string): void => void expect([n, text]).to.deep.equal([1, 'a']);
      loop.callSoon(callback, 1, 'a');
      // @ts-expect-error: the second argument is a string
      loop.callSoon(callback, 1, 2).cancel();
      // @ts-expect-error: there is no second argument
      loop.callLater(1, callback, 1).cancel();
      loop.runUntilComplete(sleep(2));
    });

    it('check the options', () => {
      const loop = new EventLoop();
      // @ts-expect-error: there is no such option
      loop.createTask(hello(0), { nmae: 'T' });
      // @ts-expect-error: a clock has a time
      const make = () => new EventLoop({ clock: {} });
      expect(make).to.be.a('function');
      loop.runUntilComplete(sleep(1));
    });
  });

  describe('of futures', () => {
    it('check the result', () => {
      const future = new EventLoop().createFuture<number>();
      // @ts-expect-error: the result is a number
      const set = () => future.setResult('text');
      is<Same<ReturnType<typeof future.result>, number>>();
      expect(set).to.be.a('function');
    });

    it('check the exception', () => {
      const future = new EventLoop().createFuture();
      // @ts-expect-error: a string is no error
      expect(() => future.setException('text')).to.throw(TypeError);
      future.setException(ValueError);
      is<Same<ReturnType<typeof future.exception>, Error | undefined>>();
      expect(future.exception()).to.be.instanceOf(ValueError);
    });

    it('let ensureFuture and shield keep the type of the result', () => {
      runIn(function* () {
        const ensured = ensureFuture(greet(1));
        const shielded = shield(hello(1));
        is<Same<typeof ensured, Future<string>>>();
        is<Same<typeof shielded, Future<number>>>();
        expect(yield* gather([ensured, shielded])).to.deep.equal(['hello 1', 1]);
      });
    });

    it('narrow what isfuture is true of', () => {
      const object: unknown = new EventLoop().createFuture();
      const narrowed = isfuture(object) ? object : undefined;
      is<Same<typeof narrowed, Future<unknown> | undefined>>();
      expect(narrowed).to.equal(object);
    });
  });
});
