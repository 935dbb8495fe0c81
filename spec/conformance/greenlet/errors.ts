// What is refused: to run what cannot be called, to throw what is no error, to change what has begun.
import { getcurrent, greenlet, type RawGreenlet } from 'yieldstar';
import { say } from './say';

const main = getcurrent();

function attempt(what: string, func: () => unknown): string | undefined {
  try {
    say(what, func());
    return undefined;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    say(what, 'refused');
    return error.message;
  }
}

function* run() {
  yield* main.switch('suspended');
  return 'done';
}

let gr = greenlet(JSON.parse('"no function"'));
attempt('to call a text:', () => gr.switch());
say('it is dead:', gr.dead);

gr = greenlet(run);
attempt('to throw a number:', () => gr.throw(5));
say('it is dead:', gr.dead, 'it is active:', gr.active);
attempt('another run:', () => setRun(gr, () => main.switch('the other')));
attempt('to switch:', () => gr.switch());
say(attempt('another run:', () => setRun(gr, run)));
attempt('dead:', () => Object.assign(gr, { dead: true }));
attempt('to switch:', () => gr.switch('a value'));
say('it is dead:', gr.dead);
say(attempt('another run:', () => setRun(gr, run)));

function needsTwo(a: number, b: number) {
  return a + b;
}

attempt('what it needs:', () => greenlet(needsTwo).switch(1, 2));

function setRun(target: RawGreenlet, func: () => unknown) {
  target.run = func;
}
