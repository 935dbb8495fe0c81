/*
 * A deadlock: two tasks that wait for each other.
 *
 * asyncio would wait for ever. Here the loop sees that nothing is left that could run,
 * and says who waits for whom, and where. The program ends with exit status 1.
 */

import { coroutine, currentTask, EventLoop, gather, sleep, type Task } from 'yieldstar';

const loop = new EventLoop();

function say(text: string): void {
  console.log(`${loop.time()}s  ${currentTask(loop)?.getName()}  ${text}`);
}

const tasks = new Map<string, Task<string>>();

const polite = coroutine(function* polite(other: string) {
  yield* sleep(1);
  say(`after you, ${other}`);
  return yield* after(other);
});

const after = coroutine(function* after(name: string) {
  const task = tasks.get(name) as Task<string>;
  const said: string = yield* task;
  return `${name} said ${said}`;
});

tasks.set('Chip', loop.createTask(polite('Dale'), { name: 'Chip' }));
tasks.set('Dale', loop.createTask(polite('Chip'), { name: 'Dale' }));
loop.runUntilComplete(gather([...tasks.values()]));
