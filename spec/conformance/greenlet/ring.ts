// Ten thousand greenlets in a ring hand a number on, each adding one, three times around.
import { getcurrent, greenlet, type RawGreenlet } from 'yieldstar';
import { say } from './say';

const SIZE = 10_000;

function* node(following: () => RawGreenlet) {
  let number = yield* getcurrent().parent.switch();
  for (;;) number = yield* following().switch(number + 1);
}

function* last(first: () => RawGreenlet) {
  let number = yield* getcurrent().parent.switch();
  for (let lap = 1; lap <= 3; lap++) {
    say('lap', lap, 'ends with', number);
    if (lap < 3) number = yield* first().switch(number + 1);
  }
  return number;
}

const ring = [greenlet(last)];
for (let i = 1; i < SIZE; i++) ring.push(greenlet(node));
for (const [index, gr] of ring.entries()) gr.switch(() => ring.at(index - 1));
say('main got', ring.at(-1)?.switch(1));
say('dead:', ring.filter(({ dead }) => dead).length, 'active:', ring.filter(({ active }) => active).length);
