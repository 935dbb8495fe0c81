// The way up has to lead to main: no greenlet is above itself, main is below nobody, and only greenlets are parents.
import { getcurrent, greenlet, type RawGreenlet } from 'yieldstar';
import { say } from './say';

function nothing() {}

function attempt(what: string, gr: RawGreenlet, parent: RawGreenlet) {
  try {
    gr.parent = parent;
    say(what, 'done');
  } catch (error) {
    say(what, 'refused:', (error as Error).message);
  }
}

const main = getcurrent();
const a = greenlet(nothing);
const b = greenlet(nothing, a);
const c = greenlet(nothing, b);
attempt('a under c:', a, c);
attempt('a under a:', a, a);
attempt('main under a:', main, a);
attempt('c under a:', c, a);
attempt('b under c:', b, c);
say('b is under c:', b.parent === c, 'c is under a:', c.parent === a, 'a is under main:', a.parent === main);
say('main has a parent:', main.parent !== undefined);
const none: RawGreenlet = JSON.parse('[]');
for (const make of [() => greenlet(nothing, none), () => Object.assign(a, { parent: none })]) {
  try {
    make();
  } catch (error) {
    say((error as TypeError).message.split(',')[0]);
  }
}
