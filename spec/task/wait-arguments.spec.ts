import { expect } from 'chai';
import {
  AssertionError,
  coroutine,
  EventLoop,
  FIRST_COMPLETED,
  sleep,
  ValueError,
  type WaitOptions,
  wait,
} from '../../lib';
import { thrownBy } from '../support';

describe('wait, given what it cannot wait for', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  const worker = coroutine(function* () {
    yield* sleep(1);
  });

  function refusal(argument: unknown, options?: unknown): Error {
    return thrownBy(() => loop.runUntilComplete(wait(argument as never[], options as WaitOptions)));
  }

  it('refuses nothing until it is awaited', () => {
    expect(() => wait([])).to.not.throw();
  });

  it('refuses a single future, task or coroutine in the place of a list', () => {
    for (const [single, type] of [
      [loop.createFuture(), 'Future'],
      [loop.createTask(worker()), 'Task'],
      [worker(), 'Coroutine'],
    ] as const) {
      const error = refusal(single);
      expect(error).to.be.an.instanceOf(TypeError);
      expect(error.message).to.equal(`expect a list of futures, not ${type}`);
    }
  });

  it('refuses a single plain generator, which it tells from a generator of futures by what it yields', () => {
    function* plain() {
      yield* sleep(1);
    }
    expect(refusal(plain()).message).to.equal('expect a list of futures, not generator');
  });

  it('refuses what is no list', () => {
    expect(refusal(5).message).to.equal('expect a list of futures, not number');
    expect(refusal({}).message).to.equal('expect a list of futures, not Object');
    expect(refusal(Promise.resolve([])).message).to.equal('expect a list of futures, not Promise');
  });

  it('refuses an empty list, and an empty set', () => {
    for (const empty of [[], new Set()]) {
      const error = refusal(empty);
      expect(error).to.be.an.instanceOf(ValueError);
      expect(error.message).to.equal('Set of Tasks/Futures is empty.');
    }
  });

  it('finds an empty generator empty by another check, with another error', () => {
    function* nothing(): Generator<never> {}
    const error = refusal(nothing());
    expect(error).to.be.an.instanceOf(AssertionError);
    expect(error.message).to.equal('Set of Futures is empty.');
  });

  it('refuses any other returnWhen, before it looks at the futures', () => {
    const error = refusal([5], { returnWhen: 'SOMETIMES' });
    expect(error).to.be.an.instanceOf(ValueError);
    expect(error.message).to.equal('Invalid return_when value: SOMETIMES');
  });

  it('refuses a returnWhen that is no word at all, and leaves the coroutine that was given as it was', () => {
    const coro = worker();
    const error = refusal([coro], { returnWhen: -1 });
    expect(error).to.be.an.instanceOf(ValueError);
    expect([error.message, coro.state]).to.deep.equal(['Invalid return_when value: -1', 'created']);
  });

  it('complains of an empty list before it does of returnWhen', () => {
    expect(refusal([], { returnWhen: 'SOMETIMES' }).message).to.equal('Set of Tasks/Futures is empty.');
  });

  it('refuses junk among the futures', () => {
    const error = refusal([loop.createFuture(), 5], { returnWhen: FIRST_COMPLETED });
    expect(error).to.be.an.instanceOf(TypeError);
    expect(error.message).to.equal('An asyncio.Future, a coroutine or an awaitable is required');
  });

  it('refuses a timeout that is no number', () => {
    const error = refusal([loop.createFuture()], { timeout: '1' });
    expect(error).to.be.an.instanceOf(TypeError);
    expect(error.message).to.equal("delay must be a number of seconds, not '1'");
  });

  it('refuses a timeout that is not a number at all', () => {
    const error = refusal([loop.createFuture()], { timeout: Number.NaN });
    expect(error).to.be.an.instanceOf(ValueError);
    expect(error.message).to.equal('Invalid delay: NaN (not a number)');
  });
});
