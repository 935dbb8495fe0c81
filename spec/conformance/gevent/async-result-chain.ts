// An AsyncResult hands a value, or an exception, to all who wait for it; results may be made of others.
import { gevent, ValueError } from 'yieldstar';
import { say } from './say';

type Result = gevent.AsyncResult<number>;

function* plusOne(source: Result, target: Result) {
  try {
    target.set((yield* source.get()) + 1);
  } catch (error) {
    target.setException(error as Error);
  }
}

function chain(): [Result, Result] {
  const results = [0, 1, 2, 3].map(() => new gevent.AsyncResult<number>());
  for (const i of [0, 1, 2]) gevent.spawn(plusOne, results[i] as Result, results[i + 1] as Result);
  return [results[0] as Result, results[3] as Result];
}

let [first, last] = chain();
say(first.ready(), first.value, first.successful());
for (const timeout of [0, 1]) {
  try {
    last.get(true, timeout);
  } catch (error) {
    say(error);
  }
}
say(last.wait(1), last.ready());
gevent.spawnLater(1, () => first.set(1));
say(last.get(), first.value, last.successful());
say(last.get(), last.getNowait(), last.wait());
[first, last] = chain();
try {
  first.getNowait();
} catch (error) {
  say('nowait', (error as Error).name);
}
first.setException(new ValueError('no'));
try {
  last.get();
} catch (error) {
  say('caught', error, last.exception, last.wait(), last.ready(), last.successful());
}
