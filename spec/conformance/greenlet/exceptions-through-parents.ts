// An exception that a greenlet does not catch is raised in its parent, and so on, up to main.
import { greenlet, type RawGreenlet, ValueError } from 'yieldstar';
import { say } from './say';

class KeyError extends Error {}

function fails() {
  throw new ValueError('from below');
}

function* letsItPass() {
  try {
    yield* greenlet(fails).switch();
  } finally {
    say('passes by');
  }
}

function* catches() {
  try {
    yield* greenlet(letsItPass).switch();
  } catch (error) {
    say('caught', error);
  }
  return 'went on';
}

say('main got', greenlet(catches).switch());

attempt(greenlet(letsItPass), (error, gr) => say('main caught', error, gr.dead));

function* raisesAnother() {
  try {
    yield* greenlet(fails).switch();
  } catch (error) {
    throw new KeyError('instead', { cause: error });
  }
}

attempt(greenlet(raisesAnother), (error) => say('main caught', error.constructor.name, 'after', error.cause));

const above = greenlet(() => say('never said'));
attempt(greenlet(fails, above), (error) => say('through one that has not begun:', error, above.dead, above.active));

function attempt(gr: RawGreenlet, except: (error: Error, gr: RawGreenlet) => void) {
  try {
    gr.switch();
  } catch (error) {
    except(error as Error, gr);
  }
}
