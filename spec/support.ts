/**
 * What many specs use: a loop in virtual time, and a log of what happened when.
 */

import type { EventLoop, Future } from '../lib';

/** Entries of the form `text@time`, in the order in which they were noted. */
export class Log {
  readonly entries: string[] = [];

  constructor(private readonly loop: EventLoop) {}

  /** Note that `text` happened now. */
  note(text: string): void {
    this.entries.push(`${text}@${this.loop.time()}`);
  }
}

/** Run iterations until `isDone`, and count them. */
export function countIterations(loop: EventLoop, isDone: () => boolean): number {
  let count = 0;
  for (; !isDone(); count++) loop.runOnce();
  return count;
}

/** Run what is ready: an iteration that lets nothing wait. */
export function runBriefly(loop: EventLoop, iterations = 1): void {
  for (let i = 0; i < iterations; i++) {
    loop.callSoon(() => {});
    loop.runOnce();
  }
}

/** What calling `action` throws; fails when it throws nothing. */
export function thrownBy(action: () => unknown): Error {
  try {
    action();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

/** Collect what the exception handler of `loop` is told. */
export function collectReports(loop: EventLoop): Record<string, unknown>[] {
  const reports: Record<string, unknown>[] = [];
  loop.setExceptionHandler((_loop, context) => reports.push(context));
  return reports;
}

/** In the specs of a suite, nobody is told of rejections but the loop: mocha would have the spec fail. */
export function keepRejectionsFromMocha(): void {
  let listeners: NodeJS.UnhandledRejectionListener[];
  beforeEach(() => {
    listeners = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
  });
  afterEach(() => {
    process.removeAllListeners('unhandledRejection');
    for (const listener of listeners) process.on('unhandledRejection', listener);
  });
}

/** Whether `future` is done and has a result. */
export function succeeded(future: Future): boolean {
  return future.done() && !future.cancelled() && future.exception() === undefined;
}
