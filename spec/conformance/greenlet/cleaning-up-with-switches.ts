// A greenlet that is told to end may switch while it cleans up: it ends when it is switched to again.
import { GreenletExit, getcurrent, greenlet, type RawGreenlet, ValueError } from 'yieldstar';
import { say } from './say';

const main = getcurrent();

function* careful(name: string) {
  try {
    yield* main.switch(`${name} works`);
  } catch (error) {
    if (error instanceof GreenletExit) {
      say(name, 'asks for a moment');
      say(name, 'got', yield* main.switch(`${name} is not done`));
    }
    throw error;
  } finally {
    say(name, yield* helper.switch(getcurrent()));
  }
}

function* help(first: RawGreenlet) {
  for (let asker = first; ; ) asker = yield* asker.switch('has cleaned up');
}

const helper = greenlet(help);
const ann = greenlet(careful);
say(ann.switch('ann'));
say(ann.throw());
say('ann dead:', ann.dead);
const result = ann.switch('the moment');
say(result.constructor.name, 'ann dead:', ann.dead);

const bob = greenlet(careful);
say(bob.switch('bob'));
try {
  bob.throw(new ValueError('bob fails'));
} catch (error) {
  say(error, '- bob dead:', bob.dead);
}
