// A tracer is told of each switch: whether a value comes or an error, from whom, and to whom.
import { getcurrent, gettrace, greenlet, settrace, ValueError } from 'yieldstar';
import { say } from './say';

const main = getcurrent();

function tracer(event: string, [origin, target]: readonly [object, object]) {
  say(event, 'from', names.get(origin), 'to', names.get(target), '- current:', names.get(getcurrent()));
}

function* firstRun() {
  yield* second.switch('hello');
  say('first goes on');
}

function* secondRun(value: string) {
  say('second begins with', value);
  try {
    yield* main.switch();
  } catch (error) {
    say('second goes on');
    throw error;
  }
}

const first = greenlet(firstRun);
const second = greenlet(secondRun);
const names = new Map<object, string>([
  [main, 'main'],
  [first, 'first'],
  [second, 'second'],
]);
say('before:', settrace(tracer) === undefined);
say('traced:', gettrace() === tracer);
first.switch();
try {
  second.throw(ValueError);
} catch {
  say('main caught it');
}
main.switch('oneself');
second.switch('the dead');
first.throw();
say('until now:', settrace(undefined) === tracer);
second.switch();
say('after:', gettrace() === undefined);
