/**
 * What the logger was given while an action ran.
 *
 * The logger writes to standard error; for the time of the action it writes into a list
 * instead, so that a spec can compare the texts, and a run of the specs prints none.
 */

import { logger } from '../../lib';

/** Run `action`, and give what was logged meanwhile, one entry a message. */
export function loggedBy(action: () => unknown): string[] {
  const logged: string[] = [];
  const { write } = logger;
  logger.write = (text) => {
    logged.push(text);
  };
  try {
    action();
  } finally {
    logger.write = write;
  }
  return logged;
}
