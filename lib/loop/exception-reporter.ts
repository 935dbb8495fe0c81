/**
 * ExceptionReporter: whom the loop tells of an exception that nobody caught.
 *
 * It tells the handler that the user set; if that throws, or there is none, the default
 * handler, which logs. Whatever fails on the way is logged too, and never gets into the
 * loop: only SystemExit and KeyboardInterrupt come out.
 *
 * Counterpart: call_exception_handler and default_exception_handler of BaseEventLoop.
 */

import { Context } from '../context/context';
import { leavesTheLoop, toError } from '../errors';
import type { ExceptionContext } from '../future/abstract-event-loop';
import { logger } from '../log';
import { repr } from '../repr';
import { type Frame, formatStack } from '../stack';
import type { Handle } from './handle';

/** Called with the loop, and with what is known of the exception. */
// biome-ignore lint/suspicious/noExplicitAny: the loop, of whatever class the handler knows it to be
export type ExceptionHandler = (loop: any, context: ExceptionContext) => unknown;

/** The loop's part: a subclass may have another default handler. */
interface ReportingLoop {
  defaultExceptionHandler(context: ExceptionContext): void;
}

/** What a loop reports its exceptions to: it holds the user's handler, and knows the default one. */
export class ExceptionReporter {
  /** The handler that the user set. */
  handler: ExceptionHandler | undefined = undefined;
  /** The handle being run; known in debug mode only. */
  currentHandle: Handle | undefined = undefined;

  constructor(private readonly loop: ReportingLoop) {}

  /** Tell the user's handler, or the default one. */
  report(context: ExceptionContext): void {
    const { handler } = this;
    if (handler === undefined) {
      this.tellDefault(context, 'Exception in default exception handler');
      return;
    }
    try {
      inContextOf(context, () => handler(this.loop, context));
    } catch (thrown) {
      if (leavesTheLoop(thrown)) throw thrown;
      this.tellDefault(
        { message: 'Unhandled error in exception handler', exception: toError(thrown), context },
        'Exception in default exception handler while handling an unexpected error in custom exception handler',
      );
    }
  }

  private tellDefault(context: ExceptionContext, whenItFails: string): void {
    try {
      this.loop.defaultExceptionHandler(context);
    } catch (thrown) {
      if (leavesTheLoop(thrown)) throw thrown;
      logger.error(whenItFails, toError(thrown));
    }
  }

  /** Log the message, a line for each other thing known, and the exception's trace. */
  log(context: ExceptionContext): void {
    const { message, exception } = context;
    const handleTraceback = this.currentHandle?.sourceTraceback;
    const details: ExceptionContext =
      context.sourceTraceback === undefined && handleTraceback !== undefined
        ? { ...context, handleTraceback }
        : context;
    const lines = [message || 'Unhandled exception in event loop'];
    for (const key of Object.keys(details).sort()) {
      if (key !== 'message' && key !== 'exception') lines.push(`${key}: ${detail(key, details[key])}`);
    }
    logger.error(lines.join('\n'), exception);
  }
}

const TRACEBACKS: Record<string, string> = {
  sourceTraceback: 'Object created at (most recent call last):',
  handleTraceback: 'Handle created at (most recent call last):',
};

function detail(key: string, value: unknown): string {
  const title = TRACEBACKS[key];
  return title === undefined ? repr(value) : `${title}\n${formatStack(value as Frame[])}`;
}

/** Run `tell` in the context of the task, future or handle that `context` is about, where it has one. */
function inContextOf(context: ExceptionContext, tell: () => unknown): void {
  const thing = (context.task ?? context.future ?? context.handle) as { getContext?(): unknown } | undefined;
  const own = thing?.getContext?.();
  if (own instanceof Context) own.run(tell);
  else tell();
}
