// A greenlet can be given another parent: what it returns, or raises, goes there.
import { getcurrent, greenlet, ValueError } from 'yieldstar';
import { say } from './say';

const main = getcurrent();

function* worker(name: string) {
  yield* main.switch(`${name} is suspended`);
  return `${name} is done`;
}

function* collector(first: string) {
  const got = [first];
  while (got.length < 3) got.push(yield* main.switch(got.length));
  return got;
}

const collect = greenlet(collector);
const workers = ['ann', 'bob', 'cid'].map((name) => {
  const gr = greenlet(worker);
  say(gr.switch(name));
  gr.parent = collect;
  return gr;
});
for (const gr of workers) say('main got', gr.switch());
say('collector dead:', collect.dead);

function moveOneself() {
  getcurrent().parent = newParent;
  throw new ValueError('for the new parent');
}

function* catcher() {
  try {
    return yield* main.switch('ready');
  } catch (error) {
    return ['caught', error];
  }
}

const newParent = greenlet(catcher);
say(newParent.switch());
say('main got', greenlet(moveOneself).switch());
