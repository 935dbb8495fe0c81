/**
 * How the variables of a call are shown: by name, with their values as short text.
 *
 * To show a value may call its `toString`. That may throw, which is shown as well; and a task
 * is shown by its name, since its repr would fill a panel, and look for where it is suspended.
 */

import { withoutLooking } from '../future/await-chain';
import { reprByName } from '../repr';
import { Task } from '../task/task';
import type { Variable } from '../trace/host';

/** As long as the text of a value gets. */
const MAX_LENGTH = 200;

/** Show `value`, which is held by the variable `name`. */
export function showVariable(name: string, value: unknown): Variable {
  const text = withoutLooking(() => show(value));
  return { name, value: text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 3)}...` : text };
}

function show(value: unknown): string {
  try {
    return String(reprByName(value, (object) => (object instanceof Task ? object.getName() : undefined)));
  } catch {
    return `<${typeof value}, which threw when shown>`;
  }
}
