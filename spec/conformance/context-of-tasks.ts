// A task gets a copy of the context that it is made in: what it sets, nobody else sees.
// A coroutine that is awaited, also with a limit, runs in its caller's.
import { ContextVar, createTask, gather, run, shield, sleep, waitFor } from 'yieldstar';
import { say } from './say';

const user = new ContextVar('user', { default: 'nobody' });

async function work(name: string) {
  say('begins as', user.get());
  user.set(name);
  await sleep(1);
  say('ends as', user.get());
}

async function main() {
  user.set('main');
  const ann = createTask(work('ann'), { name: 'ann' });
  user.set('still main');
  const bob = createTask(work('bob'), { name: 'bob' });
  await gather([ann, bob]);
  say('is', user.get(), '- ann:', ann.getContext().get(user));
  await gather([work('gathered')]);
  await shield(work('shielded'));
  say('is', user.get());
  await work('awaited');
  say('is', user.get());
  await waitFor(work('waited for'), 5);
  say('is', user.get());
}

run(main());
