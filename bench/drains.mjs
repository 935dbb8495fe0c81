/**
 * npm run bench drains: ways to have V8 run its queue of jobs in place, and to know whose a job is.
 *
 * An async function awaits a thenable; whoever resolves that has the queue run, until the function
 * awaits the next. There is no loop, and nothing of the library. Each way has processes of its own,
 * so that V8 compiles the program for this way alone.
 */

import { AsyncLocalStorage } from 'node:async_hooks';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promiseHooks } from 'node:v8';
import { createContext, runInContext, Script } from 'node:vm';
import { ROUNDS } from './measure.mjs';

const AWAITS = 100_000;

/** Makes what is measured, in the context whose queue it is. */
const PROGRAM = `(AWAITS, onAwait) => {
  let resolve;
  const thenable = {
    then(resolved) {
      onAwait();
      resolve = resolved;
    },
  };
  async function main() {
    for (let i = 0; i < AWAITS; i++) await thenable;
  }
  return (runQueue) => {
    let hasEnded = false;
    main().then(() => {
      hasEnded = true;
    });
    for (runQueue(); !hasEnded; runQueue()) resolve();
  };
}`;

// biome-ignore lint/security/noGlobalEval: the same text is evaluated in another context, too
const makeHere = (onAwait = () => {}) => eval(PROGRAM)(AWAITS, onAwait);

const tick = process._tickCallback.bind(process);

/** Whose the code is that runs; nothing else ever comes in between. */
let owner = { name: 'owner' };

function unwatched() {
  const run = makeHere();
  return () => run(tick);
}

/** Mark each promise as its owner's, and before each job look up whose its promise is. */
function watched(mark, ownerOf) {
  const run = makeHere();
  return () => {
    const begun = owner;
    const stop = promiseHooks.createHook({
      init: (promise) => mark(promise, owner),
      before: (promise) => {
        owner = ownerOf(promise);
      },
      after: () => {
        owner = begun;
      },
    });
    run(tick);
    stop();
  };
}

class Itself {
  constructor(object) {
    // biome-ignore lint/correctness/noConstructorReturn: what it returns gets the private fields
    return object;
  }
}

class Marks extends Itself {
  #owner;
  constructor(promise, owner) {
    super(promise);
    this.#owner = owner;
  }
  static ownerOf(promise) {
    return #owner in promise ? promise.#owner : undefined;
  }
}

function byPrivateField() {
  return watched((promise, owner) => new Marks(promise, owner), Marks.ownerOf);
}

function bySymbol() {
  const OWNER = Symbol('owner');
  const mark = (promise, owner) => {
    promise[OWNER] = owner;
  };
  return watched(mark, (promise) => promise[OWNER]);
}

function byWeakMap() {
  const owners = new WeakMap();
  const mark = (promise, owner) => owners.set(promise, owner);
  return watched(mark, (promise) => owners.get(promise));
}

function byStorage() {
  const storage = new AsyncLocalStorage();
  const run = makeHere(() => {
    owner = storage.getStore();
  });
  return () => storage.run(owner, () => run(tick));
}

/** A context's own queue is run whenever a script has been evaluated there. */
function inContext() {
  const context = createContext({}, { microtaskMode: 'afterEvaluate' });
  const nothing = new Script('0');
  const run = runInContext(PROGRAM, context)(AWAITS, () => {});
  return () => run(() => nothing.runInContext(context));
}

const WAYS = {
  'process._tickCallback': unwatched,
  '  and promise hooks, a private field': byPrivateField,
  '  and promise hooks, a symbol': bySymbol,
  '  and promise hooks, a WeakMap': byWeakMap,
  '  and AsyncLocalStorage': byStorage,
  "vm, microtaskMode: 'afterEvaluate'": inContext,
};

/** What a process of its own does: begun outside of any job, where the queue can be run. */
function timesOf(name) {
  const run = WAYS[name]();
  return Array.from({ length: ROUNDS }, () => {
    const begun = process.hrtime.bigint();
    run();
    return Number(process.hrtime.bigint() - begun) / AWAITS;
  });
}

/** The best time of several processes: each has a machine to itself for a moment, at least. */
function bestOf(name) {
  const run = () => Number(execFileSync(process.execPath, [fileURLToPath(import.meta.url), name]));
  return Math.min(run(), run(), run());
}

export function benchDrains() {
  console.log(`ns an await, the best of 3 x ${ROUNDS} rounds${' '.repeat(7)}time          x`);
  const first = bestOf('process._tickCallback');
  for (const name of Object.keys(WAYS)) {
    const time = bestOf(name);
    console.log(`${name.padEnd(38)}${time.toFixed(0).padStart(6)}${(time / first).toFixed(1).padStart(11)}`);
  }
}

const [, , name] = process.argv;
if (name in WAYS) setImmediate(() => console.log(Math.min(...timesOf(name))));
