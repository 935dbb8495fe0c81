// Parents make a chain up to main; each greenlet that ends hands on to the next above.
import { getcurrent, greenlet, type RawGreenlet } from 'yieldstar';
import { say } from './say';

function* level(n: number): Generator<unknown, unknown, unknown> {
  if (n === 3) {
    say('depth', depth());
    return 'top';
  }
  const below = greenlet(level);
  const got = yield* below.switch(n + 1);
  say('level', n, 'got', got);
  return [got, n];
}

function depth(): number {
  let count = 0;
  for (let each = getcurrent(); each.parent; each = each.parent) count++;
  return count;
}

say('main got', greenlet(level).switch(0));
say('depth of main', depth());

function passOn(...args: unknown[]) {
  return [...args, names.get(getcurrent())];
}

const names = new Map<RawGreenlet, string>();
let above = getcurrent();
for (const name of ['a', 'b', 'c']) {
  above = greenlet(passOn, above);
  names.set(above, name);
}
say('main got', above.switch('x'));
