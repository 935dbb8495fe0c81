// A future is pending, then done, once and for all; asked too early or told too often, it objects.
import { getRunningLoop, run, ValueError } from 'yieldstar';
import { say } from './say';

function attempt(action: () => unknown): void {
  try {
    say(action());
  } catch (error) {
    say(error);
  }
}

async function main() {
  const loop = getRunningLoop();
  const future = loop.createFuture();
  attempt(() => future.result());
  attempt(() => future.exception());
  future.setResult('first');
  attempt(() => future.setResult('second'));
  attempt(() => future.setException(new ValueError('second')));
  attempt(() => future.cancel());
  say(future.done(), future.cancelled(), future.result(), future.exception());

  const failed = loop.createFuture();
  failed.setException(new ValueError('no'));
  attempt(() => failed.result());
  say(failed.done(), failed.cancelled(), failed.exception());

  const cancelled = loop.createFuture();
  attempt(() => cancelled.cancel('not needed'));
  attempt(() => cancelled.cancel());
  attempt(() => cancelled.result());
  attempt(() => cancelled.exception());
  attempt(() => cancelled.setResult('second'));
  attempt(() => loop.createFuture().setException(5 as never));
}

run(main());
