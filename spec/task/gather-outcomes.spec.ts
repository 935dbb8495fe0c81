import { expect } from 'chai';
import {
  CancelledError,
  coroutine,
  createTask,
  EventLoop,
  type Future,
  gather,
  RuntimeError,
  type Task,
} from '../../lib';
import { runBriefly, thrownBy } from '../support';

class ZeroDivisionError extends Error {}

/** What is gathered: the futures themselves, or coroutines that await them. */
const KINDS: [kind: string, wrap: (future: Future) => PromiseLike<unknown>][] = [
  ['futures', (future) => future],
  ['async functions', async (future) => await future],
  [
    'generators',
    coroutine(function* (future: Future) {
      return yield* future;
    }),
  ],
];

for (const [kind, wrap] of KINDS) {
  describe(`gather over ${kind}, as they end one by one`, () => {
    let loop: EventLoop;
    let futures: Future[];
    /** What the done-callback was called with. */
    let told: Future[];

    /** Gather over `count` of them; their futures are `futures`. */
    function gatherOver(count: number, options?: { returnExceptions: boolean }): Future<unknown> {
      loop = new EventLoop();
      futures = Array.from({ length: count }, () => loop.createFuture());
      told = [];
      const main = async () => gather(futures.map(wrap), options);
      const outer = loop.runUntilComplete(main()) as unknown as Future<unknown>;
      outer.addDoneCallback((future) => told.push(future));
      return outer;
    }

    /** Run until nothing is ready. */
    const settle = () => runBriefly(loop, 9);

    for (const [given, options] of [
      ['without options', undefined],
      ['with returnExceptions false', { returnExceptions: false }],
      ['with returnExceptions true', { returnExceptions: true }],
    ] as const) {
      it(`is not done before the last is, ${given}, and calls back once`, () => {
        const outer = gatherOver(3, options);
        futures[1]?.setResult(1);
        futures[0]?.setResult(2);
        settle();
        expect([outer.done(), told]).to.deep.equal([false, []]);
        futures[2]?.setResult(3);
        settle();
        expect([outer.result(), told]).to.deep.equal([[2, 1, 3], [outer]]);
      });
    }

    it('is done with the first exception, and nothing that comes later changes that', () => {
      const outer = gatherOver(5);
      const error = new ZeroDivisionError();
      futures[0]?.setResult(1);
      futures[1]?.setException(error);
      settle();
      expect([outer.exception(), told]).to.deep.equal([error, [outer]]);
      futures[2]?.setResult(3);
      futures[3]?.cancel();
      futures[4]?.setException(new RuntimeError());
      settle();
      expect([outer.exception(), told]).to.deep.equal([error, [outer]]);
    });

    it('waits for the last with returnExceptions, though others failed, and gives what each ended with', () => {
      const outer = gatherOver(4, { returnExceptions: true });
      const [error, lastError] = [new ZeroDivisionError(), new RuntimeError()];
      futures[1]?.setResult(1);
      futures[2]?.setException(error);
      futures[0]?.setResult(3);
      settle();
      expect(outer.done()).to.equal(false);
      futures[3]?.setException(lastError);
      settle();
      expect([outer.result(), told]).to.deep.equal([[3, 1, error, lastError], [outer]]);
    });
  });
}

describe('gather, of which some are cancelled', () => {
  let loop: EventLoop;
  let told: Future[];

  beforeEach(() => {
    loop = new EventLoop();
    told = [];
  });

  const futuresOf = (count: number) => Array.from({ length: count }, () => loop.createFuture());

  it('fails with the cancellation, calls back once, and takes no notice of how the others end', () => {
    const futures = futuresOf(5);
    const [a, b, c, d, e] = futures;
    const outer = gather(futures);
    outer.addDoneCallback((future) => told.push(future));
    a?.setResult(1);
    b?.cancel();
    runBriefly(loop, 3);
    expect([outer.done(), outer.cancelled(), told]).to.deep.equal([true, false, [outer]]);
    const error = outer.exception();
    expect(error).to.be.an.instanceOf(CancelledError);
    c?.setResult(3);
    d?.cancel();
    e?.setException(new RuntimeError());
    runBriefly(loop, 3);
    expect([outer.exception(), told]).to.deep.equal([error, [outer]]);
  });

  it('gives each cancellation in its place among results and exceptions with returnExceptions', () => {
    const futures = futuresOf(6);
    const [a, b, c, d, e, f] = futures;
    const outer = gather(futures, { returnExceptions: true });
    outer.addDoneCallback((future) => told.push(future));
    const [first, last] = [new ZeroDivisionError(), new RuntimeError()];
    a?.setResult(1);
    b?.setException(first);
    c?.cancel();
    runBriefly(loop, 3);
    expect(outer.done()).to.equal(false);
    d?.setResult(3);
    e?.cancel();
    f?.setException(last);
    const results = loop.runUntilComplete(outer);
    expect(results.map((result) => (result instanceof CancelledError ? 'cancelled' : result))).to.deep.equal([
      1,
      first,
      'cancelled',
      3,
      'cancelled',
      last,
    ]);
    expect(told).to.deep.equal([outer]);
  });

  it('has cancelled every child, and what they wait for, once the task that awaits it is cancelled', () => {
    const reached: string[] = [];
    const future = loop.createFuture();
    const inner = async () => {
      await future;
      reached.push('inner');
    };
    const children = [loop.createTask(inner()), loop.createTask(inner())];
    let outer: Future<unknown> | undefined;
    const main = async () => {
      outer = gather(children);
      await outer;
      reached.push('outer');
    };
    const task = loop.createTask(main());
    runBriefly(loop);
    expect(task.cancel()).to.equal(true);
    expect(thrownBy(() => loop.runUntilComplete(task))).to.be.an.instanceOf(CancelledError);
    runBriefly(loop);
    expect([outer?.cancel(), future.cancelled(), children.map((child) => child.cancelled())]).to.deep.equal([
      false,
      true,
      [true, true],
    ]);
    expect(reached).to.deep.equal([]);
  });

  it('refuses to be cancelled by a callback of what its last child waited for, and gives the result', () => {
    const future = loop.createFuture<number>();
    const child = async () => await future;
    const main = async () => gather([createTask(child())]);
    const outer = loop.runUntilComplete(main()) as unknown as Task<number[]>;
    const answers: boolean[] = [];
    runBriefly(loop);
    future.addDoneCallback(() => answers.push(outer.cancel()));
    future.setResult(42);
    expect(loop.runUntilComplete(outer)).to.deep.equal([42]);
    expect([answers, outer.cancelled()]).to.deep.equal([[false], false]);
  });
});
