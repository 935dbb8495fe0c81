// What a greenlet returns goes to its parent, whoever switched to it last.
import { getcurrent, greenlet } from 'yieldstar';
import { say } from './say';

function* child() {
  say('child began');
  return 'of the child';
}

function* other() {
  say('other switches to child');
  yield* gr.switch();
  say('never said: nobody switches back to other');
}

const gr = greenlet(child);
const visitor = greenlet(other);
say('main got', visitor.switch());
say('child dead:', gr.dead, 'other dead:', visitor.dead);

function* parent(value: unknown) {
  say('parent began with', value);
  return 'of the parent';
}

function* noResult() {}

let above = greenlet(parent);
const below = greenlet(child, above);
say('main got', below.switch());
say('both dead:', below.dead, above.dead);

above = greenlet(parent);
say('main got', greenlet(noResult, above).switch());

function* madeWithin() {
  const inner = greenlet(child);
  say('made by main:', inner.parent === getcurrent().parent, 'by this:', inner.parent === getcurrent());
  say('got', yield* inner.switch());
  return 'of the maker';
}

say('main got', greenlet(madeWithin).switch());
