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
    this.write(error === undefined || error === null ? message : `${message}\n${stackWithCauses(error)}`);
  },

  warning(message: string): void {
    this.write(message);
  },
};

/** The stack of `error`, followed by those of the errors that caused it. */
function stackWithCauses(error: Error, seen: readonly Error[] = []): string {
  const trace = error.stack ?? String(error);
  return error.cause instanceof Error && !seen.includes(error.cause)
    ? `${trace}\ncaused by ${stackWithCauses(error.cause, [...seen, error])}`
    : trace;
}
