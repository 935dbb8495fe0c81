// A task starts in the next iteration, in the order of creation; a coroutine that is awaited starts at once.
// To await a coroutine costs no iteration, to await a task two.
import { createTask, getRunningLoop, run } from 'yieldstar';
import { say } from './say';

function count(turn: number): void {
  say('iteration', turn);
  if (turn < 6) getRunningLoop().callSoon(count, turn + 1);
}

async function work(name: string) {
  say(name, 'runs');
  return name;
}

async function main() {
  count(1);
  const first = createTask(work('the first task'));
  const second = createTask(work('the second task'));
  say('made two tasks; neither has run');
  say('got', await work('the coroutine'));
  say('got', await first);
  say('got', await second);
  say('got', await createTask(work('the third task')));
}

run(main());
