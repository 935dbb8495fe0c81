// A tracer that fails is called no more, and its error is raised in the greenlet that was switched to.
import { getcurrent, gettrace, greenlet, type RawGreenlet, settrace, ValueError } from 'yieldstar';
import { say } from './say';

const main = getcurrent();

function tracer(event: string) {
  throw new ValueError(`of the tracer, at a ${event}`);
}

function* run() {
  try {
    yield* main.switch('suspended');
  } catch (error) {
    say('the greenlet caught', error);
  }
  return 'done';
}

let gr = greenlet(run);
say(gr.switch());
settrace(tracer);
say(gr.switch(), gr.dead, gettrace() === undefined);

gr = greenlet(run);
settrace(tracer);
attempt(gr, (error) => say('main caught', error, '- it has not begun, and is dead:', gr.dead));

function* back() {
  settrace(tracer);
  yield* main.switch('a value that is lost');
  return 'went on';
}

gr = greenlet(back);
attempt(gr, (error) => say('main caught', error, gr.dead));
say(gr.switch(), gr.dead);

settrace(tracer);
attempt(main, (error) => say('main caught', error));

function attempt(target: RawGreenlet, except: (error: unknown) => void) {
  try {
    target.switch();
  } catch (error) {
    except(error);
  }
}
