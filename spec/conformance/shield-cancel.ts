// Behind a shield, a task survives the cancellation of who awaits it.
// But not its own: that comes out of the shield.
import { createTask, currentTask, run, shield, sleep, type Task, wait } from 'yieldstar';
import { say } from './say';

function* work() {
  try {
    yield* sleep(3);
    say('is done');
    return 'a result';
  } catch (error) {
    say('caught', error);
    throw error;
  }
}

function* caller(inner: Task<string>) {
  try {
    say('got', yield* shield(inner));
  } catch (error) {
    say('caught', error, '- asked:', currentTask()?.cancelling());
    throw error;
  }
}

function* main() {
  let inner = createTask(work(), { name: 'inner' });
  const first = createTask(caller(inner), { name: 'first' });
  const second = createTask(caller(inner), { name: 'second' });
  yield* sleep(1);
  first.cancel('no more');
  yield* wait([first, second]);
  say('cancelled:', first.cancelled(), second.cancelled(), inner.cancelled());

  inner = createTask(work(), { name: 'inner' });
  const third = createTask(caller(inner), { name: 'third' });
  yield* sleep(1);
  inner.cancel('itself');
  yield* wait([third]);
  say('cancelled:', third.cancelled(), inner.cancelled());
}

run(main());
