/*
 * A task group: tasks that end together.
 *
 * Whoever leaves the group waits for its tasks. When one of them fails, the others are
 * cancelled, and what went wrong comes out as one ExceptionGroup.
 */

import { asyncWith, currentTask, ExceptionGroup, getRunningLoop, run, sleep, TaskGroup, ValueError } from 'yieldstar';

function say(text: string): void {
  console.log(`${getRunningLoop().time()}s  ${currentTask()?.getName()}  ${text}`);
}

async function load(page: string, seconds: number) {
  try {
    await sleep(seconds);
    if (page === 'lost') throw new ValueError('no such page');
    say('done');
    return `text of ${page}`;
  } finally {
    say('connection closed');
  }
}

async function loadAll(pages: string[]) {
  const tasks = await asyncWith(new TaskGroup(), async (group) =>
    pages.map((page, i) => group.createTask(load(page, i + 1), { name: page })),
  );
  return tasks.map((task) => task.result());
}

async function main() {
  say((await loadAll(['home', 'news'])).join(', '));
  try {
    await loadAll(['home', 'lost', 'news']);
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    say(`${error.message}: ${error.errors.join(', ')}`);
  }
}

run(main());
