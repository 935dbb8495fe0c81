/*
 * The call graph: where a task is, and who awaits it.
 *
 * A stack ends where the task began. The graph goes on: to the tasks that await it, by
 * whatever way, each with its own calls; and to those that await them.
 */

import { asyncWith, coroutine, gather, printCallGraph, run, sleep, type Task, TaskGroup } from 'yieldstar';

const query = coroutine(function* query(sql: string) {
  yield* sleep(1);
  printCallGraph();
  return `the answer to: ${sql}`;
});

const user = coroutine(function* user(name: string) {
  return yield* query(`who is ${name}?`);
});

const page = coroutine(function* page() {
  const [title, text] = yield* gather([sleep(2, 'Users'), user('ann')]);
  return `${title}: ${text}`;
});

const log = coroutine(function* log(shown: Task<string>) {
  console.log(`\n${yield* shown}`);
});

const main = coroutine(function* main() {
  yield* asyncWith(new TaskGroup(), function* (group) {
    const shown = group.createTask(page(), { name: 'page' });
    group.createTask(log(shown), { name: 'log' });
  });
});

run(main());
