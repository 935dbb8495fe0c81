// A callback runs in a copy of the context in which it was scheduled, or in one that is given: that is shared.
import { ContextVar, copyContext, createTask, getRunningLoop, run, sleep } from 'yieldstar';
import { say } from './say';

const color = new ContextVar<string>('color');

function paint(fresh: string): void {
  say('was', color.get('blank'), '- is', fresh);
  color.set(fresh);
}

function* main() {
  const loop = getRunningLoop();
  loop.callSoon(paint, 'red');
  loop.callSoon(paint, 'green');
  color.set('white');
  loop.callSoon(paint, 'blue');
  const own = copyContext();
  loop.callSoon(paint, 'black', { context: own });
  loop.callLater(1, paint, 'grey', { context: own });
  const future = loop.createFuture();
  future.addDoneCallback(() => paint('gold'));
  future.addDoneCallback(() => paint('silver'), { context: own });
  yield* sleep(2);
  future.setResult(undefined);
  color.set('pink');
  yield* sleep(0);
  say('is', color.get(), '- the own context:', own.get(color));
  const task = createTask(sleep(1), { context: own });
  say('the very same context:', task.getContext() === own);
  try {
    own.run(() => own.run(paint, 'never'));
  } catch (error) {
    say((error as Error).message.endsWith('is already entered'));
  }
}

run(main());
