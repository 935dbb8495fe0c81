// What can be awaited can be made a task: a coroutine, and any object of one's own that says how.
// A task or a future is left as it is.
import { Awaitable, ensureFuture, type Future, gather, getRunningLoop, isfuture, run } from 'yieldstar';
import { say } from './say';

class Twice extends Awaitable<string[]> {
  constructor(private readonly future: Future<string>) {
    super();
  }

  override *[Symbol.iterator](): Generator<unknown, string[], unknown> {
    const result = yield* this.future;
    say('was resumed');
    yield;
    return [result, result];
  }
}

async function work() {
  say('runs');
  return 'a result';
}

async function main() {
  const loop = getRunningLoop();
  const task = ensureFuture(work());
  const future = loop.createFuture<string>();
  say('unchanged:', ensureFuture(task) === task, ensureFuture(future) === future);
  loop.callLater(1, () => future.setResult('echo'));
  say('got', await new Twice(future));
  say('got', await ensureFuture(new Twice(future)));
  say('got', await gather([new Twice(future), task]));
  say('tasks are futures:', isfuture(task), isfuture(new Twice(future)));
}

run(main());
