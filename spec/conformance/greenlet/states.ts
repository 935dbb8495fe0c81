// A greenlet is pending, then active until it ends, then dead; one of them is the current one.
import { getcurrent, greenlet, ValueError } from 'yieldstar';
import { say } from './say';

const main = getcurrent();

function look(when: string) {
  const isCurrent = getcurrent() === gr;
  say(when, '- current:', isCurrent, 'active:', gr.active, 'dead:', gr.dead, 'main active:', main.active, main.dead);
}

function* run() {
  look('begun');
  yield* main.switch();
  look('went on');
}

let gr = greenlet(run);
look('pending');
gr.switch();
look('suspended');
gr.switch();
look('dead');

function fails() {
  throw new ValueError();
}

gr = greenlet(fails);
try {
  gr.switch();
} catch {
  look('failed');
}

gr = greenlet(run);
gr.throw();
look('ended before it began');
