/*
 * The same producer and consumer in four styles: who calls whom is what differs.
 *
 * Pushed: the producer sends each item into the consumer. Pulled: the consumer asks the producer
 * for the next. Primed: a function of its own takes the consumer to its first `yield`, so that
 * nobody can forget to. In a pipeline: each stage is sent items, and sends them on.
 */

import { type Coroutine, coroutine } from 'yieldstar';

const eat = coroutine(function* (name: string) {
  for (;;) console.log(`${name} eats ${yield}`);
});

console.log('Pushed, with plain generators of JavaScript: next(x) is send(x).');
const eater = (function* (): Generator<undefined, never, string> {
  for (;;) console.log(`eater eats ${yield}`);
})();
eater.next();
for (const item of ['bread', 'cheese']) eater.next(item);

console.log('\nPulled: a generator that is only looped over needs no send at all.');
function* bake() {
  yield* ['bread', 'cake'];
}
for (const item of bake()) console.log(`guest eats ${item}`);

console.log('\nPrimed by whoever makes it.');
function primed<A extends unknown[]>(make: (...args: A) => Coroutine<unknown>): (...args: A) => Coroutine<unknown> {
  return (...args) => {
    const made = make(...args);
    made.send(undefined);
    return made;
  };
}
const primedEat = primed(eat);
const cat = primedEat('cat');
cat.send('fish');

console.log('\nA pipeline, whose last stages are two; an error thrown in goes down it, too.');
const slice = primed(
  coroutine(function* (...targets: Coroutine<unknown>[]) {
    for (;;) {
      try {
        const item = yield;
        for (const [n, target] of targets.entries()) target.send(`${item}, slice ${n + 1}`);
      } catch (error) {
        console.log(`slice caught ${error}`);
      }
    }
  }),
);
const knife = slice(primedEat('dog'), primedEat('bird'));
knife.send('ham');
knife.throw(new Error('no more ham'));
knife.send('bread');
