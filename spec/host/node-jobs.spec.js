// In plain JavaScript: the async functions here are V8's own.

const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
const { expect } = require('chai');
const { coroutine, createTask, EventLoop, run, sleep } = require('../../lib');
const { thrownBy } = require('../support');

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** Do `work` as a job of the host's, and give a promise of what that gives. */
const inAJob = (work) => Promise.resolve().then(work);

describe('NodeJobs', () => {
  const hello = coroutine(async function hello(n) {
    await sleep(n);
    return n;
  });

  it('has the jobs run in place: run returns when all is done, and the host has not turned', () => {
    const log = [];
    Promise.resolve().then(() => log.push("the host's own job"));
    setImmediate(() => log.push('the host turns'));
    run(hello(1));
    log.push('after run');
    expect(log).to.deep.equal(["the host's own job", 'after run']);
  });

  describe('within a job', () => {
    it('refuses to begin a native async function, and names the ways out', () =>
      inAJob(() => {
        const log = [];
        const main = coroutine(async () => log.push('begun'));
        const error = thrownBy(() => run(main()));
        expect([error.name, log]).to.deep.equal(['RuntimeError', []]);
        expect(error.message)
          .to.match(/within a job/)
          .and.to.contain('setImmediate(() => run(main()))')
          .and.to.contain('npx yieldstar')
          .and.to.contain('yield*');
      }));

    it('refuses to go on with one that has begun', () => {
      const main = async () => await sleep(1);
      return inAJob(() => expect(() => run(main())).to.throw(/within a job/));
    });

    it('lets generators run', () =>
      inAJob(() => {
        const main = coroutine(function* () {
          return yield* sleep(1, 'slept');
        });
        expect(run(main())).to.equal('slept');
      }));

    it('leaves the way out open', () =>
      inAJob(() => new Promise((resolve) => setImmediate(() => resolve(run(hello(2)))))).then((result) =>
        expect(result).to.equal(2),
      ));
  });

  it('leaves no trace on promises while one does', () => {
    const main = coroutine(async () => Reflect.ownKeys(Promise.resolve(1)));
    expect(run(main())).to.deep.equal([]);
  });

  /** Whether the promise that `ref` is of is kept by somebody. */
  const isKept = async (ref) => {
    await new Promise((resolve) => setImmediate(resolve)); // until then a WeakRef keeps it
    collectGarbage(); // which may end a collection that began when the promise was still in use
    collectGarbage();
    return ref.deref() !== undefined;
  };

  /** Await a promise, and give a reference to it. */
  const awaitOne = async () => {
    const promise = Promise.resolve(1);
    const ref = new WeakRef(promise);
    await promise;
    return { ref };
  };

  it('keeps nothing that was awaited once the loop is closed', async () => {
    const { ref } = run(coroutine(awaitOne)());
    expect(await isKept(ref)).to.equal(false);
  });

  it('keeps nothing that the host awaits, where native code awaited something of ours and no loop came to run it', async () => {
    await (async () => await hello(1))().catch(() => {}); // what it says then is not our concern here
    const { ref } = await awaitOne();
    expect(await isKept(ref)).to.equal(false);
  });

  it('takes what was made before the loop ran for what belongs to the first that goes on', () => {
    const early = hello(1);
    const call = (async () => await early)();
    expect(run(call)).to.equal(1);
  });

  it('keeps apart what two calls of one task began, if they were made tasks', () => {
    const log = [];
    const plain = async (name, n) => {
      await sleep(n);
      log.push(name);
    };
    const main = coroutine(async () => {
      const first = createTask(plain('first', 1));
      const second = createTask(plain('second', 2));
      first.cancel();
      await second;
    });
    run(main(), { loopFactory: () => new EventLoop() });
    expect(log).to.deep.equal(['second']);
  });
});
