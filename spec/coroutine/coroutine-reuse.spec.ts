import { expect } from 'chai';
import { type Coroutine, coroutine, EventLoop, RuntimeError, sleep } from '../../lib';
import { thrownBy } from '../support';

describe('Coroutine, awaited more than once', () => {
  const REUSED = 'RuntimeError: cannot reuse already awaited coroutine';
  const quick = coroutine(function* () {
    return 'result';
  });
  const waiting = coroutine(function* () {
    yield;
    return 'result';
  });
  const awaiting = coroutine(function* (coro: Coroutine<string>) {
    return yield* coro;
  });

  it('throws after its end, in send, in throw and where it is awaited', () => {
    const coro = quick();
    coro.send(undefined);
    expect(String(thrownBy(() => coro.send(undefined)))).to.equal(REUSED);
    expect(String(thrownBy(() => coro.throw(new Error('x'))))).to.equal(REUSED);
    expect(String(thrownBy(() => awaiting(coro).send(undefined)))).to.equal(REUSED);
  });

  it('throws after it was closed', () => {
    const coro = quick();
    coro.close();
    expect(String(thrownBy(() => awaiting(coro).send(undefined)))).to.equal(REUSED);
  });

  it('throws after it ended by an error', () => {
    const coro = quick();
    thrownBy(() => coro.throw(new Error('x')));
    expect(String(thrownBy(() => coro.send(undefined)))).to.equal(REUSED);
  });

  it('throws while it is suspended elsewhere, and goes on there unharmed', () => {
    const coro = waiting();
    const first = awaiting(coro);
    first.send(undefined);
    expect(String(thrownBy(() => awaiting(coro).send(undefined)))).to.equal(
      'RuntimeError: coroutine is being awaited already',
    );
    expect(first.send(undefined)).to.deep.equal({ done: true, value: 'result' });
  });

  it('throws where it awaits itself', () => {
    const coro: Coroutine<unknown> = coroutine(function* (): Generator<unknown, unknown, unknown> {
      return yield* coro;
    })();
    expect(String(thrownBy(() => coro.send(undefined)))).to.equal('ValueError: coroutine already executing');
  });

  it('throws in an async function as it does in a generator', () => {
    const loop = new EventLoop();
    const twice = async (coro: Coroutine<string>): Promise<string> => (await coro) + (await coro);
    expect(String(thrownBy(() => loop.runUntilComplete(twice(quick()))))).to.equal(REUSED);
  });

  it('throws in the second of two tasks', () => {
    const loop = new EventLoop();
    const coro = coroutine(function* () {
      yield* sleep(1);
      return 'result';
    })();
    const first = loop.createTask(coro);
    const second = loop.createTask(coro);
    expect(loop.runUntilComplete(first)).to.equal('result');
    expect(second.exception()).to.be.instanceOf(RuntimeError);
  });

  it('throws in a task that awaits what another task runs, in debug mode, too', () => {
    const loop = new EventLoop({ debug: true });
    const main = async (): Promise<void> => {
      const coro = sleep(1);
      const task = loop.createTask(coro);
      try {
        await sleep(0);
        await coro;
      } finally {
        task.cancel();
      }
    };
    expect(String(thrownBy(() => loop.runUntilComplete(main())))).to.equal(
      'RuntimeError: coroutine is being awaited already',
    );
  });

  it('throws in the second of two calls of runUntilComplete', () => {
    const loop = new EventLoop();
    const coro = quick();
    expect(loop.runUntilComplete(coro)).to.equal('result');
    expect(String(thrownBy(() => loop.runUntilComplete(coro)))).to.equal(REUSED);
  });
});
