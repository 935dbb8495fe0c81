// A switch takes values along, and gives what is switched back with: one as it is, several together.
import { getcurrent, greenlet } from 'yieldstar';
import { say } from './say';

const main = getcurrent();

function* echo(...args: unknown[]) {
  say('began with', args);
  let got = yield* yieldBack('first');
  for (;;) {
    say('went on with', got);
    got = yield* yieldBack(got);
  }
}

function* yieldBack(value: unknown) {
  return yield* main.switch('back', value);
}

let gr = greenlet(echo);
say('main got', gr.switch(1, 2));
say('main got', gr.switch('one'));
say('main got', gr.switch('several', 'at', 'once'));
say('main got', gr.switch(['a list']));
say('main got', gr.switch(undefined));

function* add(a: number, b: number) {
  const c = yield* main.switch(a + b);
  const [d, e] = yield* main.switch(a + b + c);
  return a + b + c + d + e;
}

gr = greenlet(add);
say(gr.switch(1, 2), gr.switch(3), gr.switch(4, 5), gr.dead);
