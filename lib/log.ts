/**
 * Where messages go: asyncio's logger. Exceptions that no handler was set for, slow
 * callbacks, warnings, the stacks that are printed.
 *
 * A message is written whole, with the error's trace below it. `logger.write` may be
 * replaced to have them elsewhere, `logger.traceOf` to have other traces.
 *
 * Counterpart: asyncio/log.py.
 */

/** Write to the host's standard error, unless told otherwise. */
export const logger = {
  write(text: string): void {
    console.error(text);
  },

  error(message: string, error?: Error | null): void {
    this.write(error === undefined || error === null ? message : `${message}\n${this.traceOf(error)}`);
  },

  warning(message: string): void {
    this.write(message);
  },

  /** Give the stack of `error`, followed by those of the errors that it holds, and of the one that caused it. */
  traceOf(error: Error): string {
    return describeTree(error, (each) => each.stack ?? String(each), String);
  },
};

/**
 * Describe `error`, then the errors that it holds, if it is a group, each indented, and the
 * one that caused it. One that was described already is only named: an error may, in the
 * end, be its own cause.
 */
export function describeTree(
  error: Error,
  describe: (error: Error) => string,
  name: (error: Error) => string,
  described = new Set<Error>(),
): string {
  if (described.has(error)) return `${name(error)} (see above)`;
  described.add(error);
  const next = (each: Error): string => describeTree(each, describe, name, described);
  const parts = [describe(error)];
  errorsIn(error).forEach((each, i) => {
    parts.push(`${i + 1}: ${next(each)}`.replace(/^/gm, '  '));
  });
  if (error.cause instanceof Error) parts.push(`caused by ${next(error.cause)}`);
  return parts.join('\n');
}

/** Give the errors that a group holds: an ExceptionGroup, or the host's AggregateError. */
function errorsIn(error: Error): readonly Error[] {
  const { errors } = error as { errors?: unknown };
  return Array.isArray(errors) ? errors.filter((each) => each instanceof Error) : [];
}
