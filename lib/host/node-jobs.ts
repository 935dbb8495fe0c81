/**
 * NodeJobs: Node's queue of jobs, run in place.
 *
 * `process._tickCallback` is what Node calls when a callback of its own is over: it has V8 run the
 * jobs. It is not documented, and has been there since 2011. Called within a job it does nothing,
 * as V8 does not run its queue twice at once: so at the top of an ES module, which is evaluated in
 * a job, nothing can be done.
 *
 * Whose a job is follows from whose it was to make the promise that the job is for: V8 tells of
 * each promise that it makes, and before and after each job, for which promise that is
 * (`v8.promiseHooks`). ownership.ts keeps account of them.
 *
 * Other ways were tried, and take longer (`npm run bench drains`): AsyncLocalStorage, to know the
 * owner, half as long again; a context of node:vm with a queue of its own, which can be run within
 * a job, too, at least three times as long, and only for code that was loaded into it.
 */

import type { NativeAccount } from '../coroutine/native-code';
import type { JobOwner } from '../native/job-owner';
import type { Jobs } from '../native/jobs';
import { captureStack, type Frame } from '../stack';
import { isLooking, lookFrom } from './awaiting-calls';
import { LatestAwaits } from './latest-awaits';
import type { JobModules } from './node';
import { Ownership } from './ownership';
import { UnhandledRejections } from './unhandled-rejections';

export class NodeJobs implements Jobs {
  owner: JobOwner | undefined = undefined;
  promise: object | undefined = undefined;
  isTouched = false;
  private readonly ownership: Ownership;
  private readonly rejections: UnhandledRejections;
  private readonly awaits = new LatestAwaits();
  /** The owners of the code in whose place jobs are being run. */
  private readonly interrupted: (JobOwner | undefined)[] = [];
  /** Whether we are having the queue run. */
  private isRunning = false;
  /** Whether it was seen to run since the outermost loop began to: until that ends, we are where we were. */
  private isTried = false;
  /** What was thrown in the queue, and not caught by a promise: by what process.nextTick had put off, mostly. */
  private readonly escaped: unknown[] = [];
  /** Whether promises are noted for a loop that does not run yet. */
  private isAhead = false;
  /** Whether the host has run jobs since then: what they await, and nobody owns, is not for that loop. */
  private hasTurned = false;
  /** Those of the loops that run within each other. */
  private readonly accounts: NativeAccount[] = [];
  /** Whose the code is that was called before anybody watched: the first such call, which has had us watch. */
  private unseen: JobOwner | undefined = undefined;
  /** Stops V8 from telling of promises, where it does. */
  private stopHook: (() => void) | undefined = undefined;

  constructor(
    private readonly node: NodeJS.Process,
    private readonly modules: JobModules,
  ) {
    this.ownership = new Ownership(modules);
    this.rejections = new UnhandledRejections(node, {
      unhandled: (reason, promise) => this.unhandled(reason, promise),
      handled: (promise) => this.account?.handled(promise),
    });
  }

  get account(): NativeAccount | undefined {
    return this.accounts.at(-1);
  }

  watch(account: NativeAccount): void {
    this.isAhead = false;
    this.hasTurned = false;
    this.hook();
    if (this.accounts.push(account) === 1) this.rejections.listen();
  }

  /** V8 goes on telling until a promise is made that is not ours: a loop that is run step by step takes it up again soon. */
  unwatch(): void {
    this.accounts.pop();
    if (this.accounts.length === 0) this.isTried = false;
  }

  forget(): void {
    if (this.accounts.length > 0) return;
    this.promise = undefined;
    this.awaits.forget();
  }

  watchAhead(): void {
    if (this.accounts.length > 0) return;
    this.isAhead = true;
    this.hasTurned = false;
    this.hook();
  }

  private hook(): void {
    this.stopHook ??= this.modules.v8.promiseHooks.createHook({
      init: (promise, awaited: object | undefined) => this.promiseMade(promise, awaited),
      before: (promise) => this.jobBegun(promise),
      after: () => this.jobEnded(),
    }) as () => void;
  }

  private unhook(): void {
    this.stopHook?.();
    this.stopHook = undefined;
    this.rejections.stop();
  }

  /** What was made while nobody watched is not ours: it ends the program, as it would without us. */
  private unhandled(reason: unknown, promise: object): void {
    if (this.accounts.length === 0) throw reason;
    try {
      if (!this.ownership.knows(promise)) throw reason;
      this.account?.unhandled(promise, reason);
    } catch (error) {
      this.escaped.push(error);
    }
  }

  run(owner: JobOwner, work: () => void): void {
    const before = this.owner;
    this.owner = owner;
    try {
      work();
      if (!this.isRunning) this.runQueue();
    } finally {
      this.owner = before;
    }
  }

  drain(): void {
    if (this.isRunning) return;
    const before = this.owner;
    this.owner = undefined;
    this.runQueue();
    this.owner = before;
    if (this.escaped.length > 0) throw this.escaped.shift();
  }

  /** Run it to its end, whatever is thrown there: that is for nobody whose step this is in. */
  private runQueue(): void {
    const { account } = this;
    if (account !== undefined) account.hasAny = true;
    this.isRunning = true;
    while (!this.runQueueOnce());
    this.isRunning = false;
    this.isTouched = this.escaped.length > 0;
    this.ownership.beginJob();
    this.unseen = undefined;
  }

  private runQueueOnce(): boolean {
    try {
      (this.node as unknown as { _tickCallback(): void })._tickCallback();
      return true;
    } catch (error) {
      this.escaped.push(error);
      return false;
    }
  }

  claim(promise: object, owner: JobOwner, follow: () => void): void {
    if (this.ownership.knows(promise)) {
      this.ownership.claim(promise, owner);
    } else if (this.unseen === undefined) {
      this.unseen = owner;
      this.ownership.claimFirst(owner);
    }
    const before = this.owner;
    this.owner = owner;
    follow();
    this.owner = before;
  }

  obstacle(): string | undefined {
    if (this.isRunning || this.isTried) return undefined;
    let hasRun = false;
    RESOLVED.then(() => {
      hasRun = true;
    });
    this.runQueue();
    this.isTried = hasRun && this.accounts.length > 0;
    return hasRun ? undefined : WITHIN_A_JOB;
  }

  // ----- Who awaits what

  awaitedBy(owner: JobOwner): object[] {
    return this.awaits.of((rest) => this.ownership.ownerOf(rest) === owner);
  }

  callsAwaiting(promise: object): Frame[] {
    return lookFrom(promise, () => captureStack().filter((frame) => frame.isAwaiting)) ?? [];
  }

  /** Whether no loop runs, nor is one about to. */
  private isIdle(): boolean {
    return this.accounts.length === 0 && !this.isAhead;
  }

  // ----- Who owns what

  private promiseMade(promise: object, awaited: object | undefined): void {
    if (this.isIdle()) {
      this.unhook();
      return;
    }
    this.isTouched = true;
    this.ownership.note(promise, this.owner);
    if (awaited === undefined || (this.hasTurned && this.owner === undefined)) return;
    this.awaits.note(awaited, promise);
  }

  /** What was made before anybody watched belongs to the first that was taken over of that, or to whoever has the queue run. */
  private jobBegun(promise: object): void {
    if (isLooking()) return;
    if (this.isIdle()) {
      this.unhook();
      return;
    }
    const { owner } = this;
    this.promise = promise;
    if (this.isAhead && !this.isRunning) this.hasTurned = true;
    if (this.interrupted.push(owner) === 1) this.ownership.beginJob();
    const known = this.ownership.knows(promise) ? this.ownership.ownerOf(promise) : this.unseen;
    this.owner = known ?? owner;
    if (this.owner !== owner) this.owner?.enter();
  }

  private jobEnded(): void {
    if (isLooking()) return;
    const { owner } = this;
    this.owner = this.interrupted.pop();
    if (this.owner !== owner) owner?.leave();
  }
}

/** The one promise that this library makes: what is queued for it tells whether the queue is run. */
const RESOLVED = Promise.resolve();

const WITHIN_A_JOB =
  'native async functions cannot be run from within a job of the host, which is where all runs that stands after an ' +
  'await, or at the top level of an ES module (under tsx, of any program). Begin outside: setImmediate(() => ' +
  'run(main())). Or start the program outside: npx yieldstar program.mjs; node --require yieldstar/register ' +
  'program.mjs; tsx --require yieldstar/register program.ts. Generators and yield* run anywhere, and so do async ' +
  'functions compiled for yieldstar: in tsconfig.json "target": "ES2016" (any below ES2017) and "noEmitHelpers": true';
