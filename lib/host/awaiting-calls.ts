/**
 * Who awaits a promise: the native async functions, with their lines, that go on once it is settled.
 *
 * JavaScript does not tell who waits for a promise, but V8 does in the trace of an error: below
 * the calls that are under way it names those who await the promise that the job is for, which
 * runs now, and so on upwards. So a job is run, for no other end than to look at the stack; and
 * the promise that it is for leads to the one that is asked about, by way of a `then` that, for
 * its result, makes no promise but gives that one. Nobody notices, and nothing is resumed.
 *
 * The job stands in a queue of its own, which can be run at any time, within another job as well:
 * that of a context of node:vm. A look takes some 50 microseconds, the first one a millisecond.
 * Rejected: to take the stack at each `await`, which takes 5, but of every one of them.
 *
 * V8 goes on as long as each promise is awaited once; and of what waits by Promise.all it knows.
 *
 * Counterpart: `cr_await` of a Python coroutine, read upwards.
 */

import { type JobModules, jobModules } from './node';

type Vm = JobModules['vm'];

/** The other realm, in which the job is made: the code for that, and what it is told. */
interface Realm {
  readonly context: ReturnType<Vm['createContext']>;
  readonly script: InstanceType<Vm['Script']>;
  readonly question: { promise?: object | undefined; look?: (() => void) | undefined };
}

const CODE = `
  class Link extends Promise {
    static get [Symbol.species]() {
      return function (executor) {
        executor(() => {}, () => {});
        return question.promise;
      };
    }
  }
  ({ look }) => {
    const job = Promise.resolve().then(() => look());
    Object.setPrototypeOf(job, Link.prototype).then();
  };
`;

/** Whether the job that runs is one of these: nobody's code goes on in it. */
export function isLooking(): boolean {
  return looking;
}

let looking = false;
let opened: { readonly realm: Realm | undefined } | undefined;

function openRealm(): Realm | undefined {
  const vm = jobModules()?.vm;
  if (vm === undefined) return undefined;
  const question = {};
  const context = vm.createContext({ question }, { microtaskMode: 'afterEvaluate' });
  context.ask = vm.runInContext(CODE, context);
  return { context, script: new vm.Script('ask(question)'), question };
}

/** Call `look` in a job for `promise`, so that those who await that are on its stack, as asynchronous callers. Undefined where that is not possible. */
export function lookFrom<T>(promise: object, look: () => T): T | undefined {
  opened ??= { realm: openRealm() };
  const { realm } = opened;
  let seen: T | undefined;
  if (realm === undefined) return undefined;
  const { context, script, question } = realm;
  question.promise = promise;
  question.look = () => {
    seen = look();
  };
  looking = true;
  script.runInContext(context);
  looking = false;
  question.promise = undefined;
  question.look = undefined;
  return seen;
}
