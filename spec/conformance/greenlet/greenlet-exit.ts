// GreenletExit ends a greenlet, with itself for the result; who catches it may return something else, or go on.
import { GreenletExit, getcurrent, greenlet } from 'yieldstar';
import { say } from './say';

const main = getcurrent();

function* simple() {
  try {
    yield* main.switch();
  } finally {
    say('cleaned up');
  }
}

function* returns() {
  try {
    return yield* main.switch();
  } catch (exit) {
    return ['asked to end with', (exit as GreenletExit).args];
  }
}

function* swallows() {
  try {
    yield* main.switch();
  } catch {
    say('swallowed');
  }
  yield* main.switch('still here');
}

function show(what: string, result: unknown) {
  say(what, (result as object).constructor.name, result instanceof GreenletExit ? result.args : result);
}

let gr = greenlet(simple);
gr.switch();
show('ended:', gr.throw());
show('ended before:', gr.throw());
show('with a value:', gr.throw(new GreenletExit('bye')));

gr = greenlet(simple);
show('pending:', gr.throw(new GreenletExit('never began')));
say(gr.dead);

for (const run of [returns, swallows]) {
  gr = greenlet(run);
  gr.switch();
  say(gr.throw(new GreenletExit('why')), gr.dead);
}

function raises() {
  throw new GreenletExit('of its own');
}

show('raised:', greenlet(raises).switch());
