// What is sent, or thrown, into a coroutine reaches the innermost that it delegates to, and so does a close.
// What that one returns is the value of the delegation.

import { coroutine, ValueError } from 'yieldstar';

class KeyError extends Error {}

const inner = coroutine(function* (name: string): Generator<string, number, unknown> {
  let total = 0;
  try {
    for (;;) {
      let value: unknown;
      try {
        value = yield `${name}: ${total}`;
      } catch (error) {
        if (!(error instanceof KeyError)) throw error;
        console.log(`${name} caught '${error.message}'`);
        continue;
      }
      if (value === undefined) return total;
      total += value as number;
    }
  } finally {
    console.log(`${name} is over`);
  }
});

const outer = coroutine(function* () {
  const first = yield* inner('first');
  console.log('first gave', first);
  const second = yield* inner('second');
  console.log('second gave', second);
});

let body = outer();
console.log(body.send(undefined).value);
console.log(body.send(5).value);
console.log(body.throw(new KeyError('key')).value);
console.log(body.send(7).value);
console.log(body.send(undefined).value);
console.log(body.send(1).value);
try {
  body.throw(new ValueError('too much'));
} catch (error) {
  console.log('out came', (error as Error).message);
}

body = outer();
body.send(undefined);
body.close();
