// What is thrown into a suspended greenlet is raised at its switch; into a pending one, ends it; into a dead one, comes back.
import { getcurrent, greenlet, type RawGreenlet, ValueError } from 'yieldstar';
import { say } from './say';

class KeyError extends Error {}

const main = getcurrent();

function* stubborn() {
  for (;;) {
    try {
      say('went on with', yield* main.switch('suspended'));
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      say('caught', error);
    }
  }
}

const gr = greenlet(stubborn);
say('main got', gr.switch());
say('main got', gr.throw(new ValueError('an instance')));
say('main got', gr.throw(ValueError));
say('main got', gr.switch('a value'));
attempt(gr, KeyError, (error) => say('main caught', error.constructor.name, gr.dead));

const pending = greenlet(stubborn);
attempt(pending, new ValueError('it has not begun'), (error) => say('main caught', error, pending.dead));
attempt(pending, new ValueError('it is dead'), (error) => say('main caught', error));
attempt(main, new ValueError('into oneself'), (error) => say('main caught', error));

function* thrower(victim: RawGreenlet) {
  try {
    return yield* victim.throw(new ValueError('from a greenlet'));
  } catch (error) {
    return ['back in the thrower:', error];
  }
}

function* target() {
  yield* main.switch();
}

const last = greenlet(target);
last.switch();
const throws = greenlet(thrower);
last.parent = throws;
say(throws.switch(last), last.dead);

function attempt(into: RawGreenlet, error: unknown, except: (error: Error) => void) {
  try {
    into.throw(error);
  } catch (caught) {
    except(caught as Error);
  }
}
