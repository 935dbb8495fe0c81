// Links are called when a greenlet has ended, in order, each in a greenlet of its own; rawlinks in the hub.
// One that fails harms no other. One that comes late is called all the same.
import { gevent, RuntimeError, ValueError } from 'yieldstar';
import { say } from './say';

function* work(text: string) {
  yield* gevent.sleep(1);
  if (text === 'bad') throw new ValueError(text);
  return text;
}

function told(name: string) {
  return function* tell(greenlet: gevent.Greenlet) {
    say(name, greenlet.value, greenlet.exception);
    yield* gevent.sleep(1);
    say(name, 'slept');
  };
}

function fails() {
  say('fails');
  throw new RuntimeError('link');
}

for (const text of ['good', 'bad']) {
  const greenlet = gevent.spawn(work, text);
  const removed = told('removed');
  const result = new gevent.AsyncResult();
  greenlet.link(told('link'));
  greenlet.link(removed);
  greenlet.rawlink((greenlet) => say('rawlink', greenlet.ready()));
  greenlet.linkValue(told('value'));
  greenlet.link(fails);
  greenlet.linkException(told('exception'));
  greenlet.link(result);
  greenlet.unlink(removed);
  greenlet.join();
  say('main goes on');
  greenlet.link(told('late'));
  try {
    say('result', result.get());
  } catch (error) {
    say('result', error);
  }
  gevent.sleep(2);
}
