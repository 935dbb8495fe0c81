/**
 * Where messages go: asyncio's logger. Exceptions that no handler was set for, slow
 * callbacks, warnings, the stacks that are printed.
 *
 * A message is written whole, with the error's trace below it. `logger.write` may be
 * replaced to have them elsewhere.
 *
 * Counterpart: asyncio/log.py.
 */

/** Write to the host's standard error, unless told otherwise. */
export const logger = {
  write(text: string): void {
    console.error(text);
  },

  error(message: string, error?: Error | null): void {
    this.write(error === undefined || error === null ? message : `${message}\n${stacksOf(error)}`);
  },

  warning(message: string): void {
    this.write(message);
  },
};

/** The stack of `error`, followed by those of the errors that it holds, and of the one that caused it. */
function stacksOf(error: Error, shown = new Set<Error>()): string {
  if (shown.has(error)) return `${error} (see above)`;
  shown.add(error);
  const stacks = [error.stack ?? String(error)];
  errorsIn(error).forEach((each, i) => {
    stacks.push(`${i + 1}: ${stacksOf(each, shown)}`.replace(/^/gm, '  '));
  });
  if (error.cause instanceof Error) stacks.push(`caused by ${stacksOf(error.cause, shown)}`);
  return stacks.join('\n');
}

/** Give the errors that a group holds: an ExceptionGroup, or the host's AggregateError. */
export function errorsIn(error: Error): readonly Error[] {
  const { errors } = error as { errors?: unknown };
  return Array.isArray(errors) ? errors.filter((each) => each instanceof Error) : [];
}
