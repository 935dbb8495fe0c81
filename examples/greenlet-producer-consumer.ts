/*
 * A producer and a consumer as greenlets: whoever has done his part switches to the other.
 *
 * The item goes along with the switch, and so does the answer. No queue, no lock, no loop: the
 * two hand the one thread back and forth.
 */

import { getcurrent, greenlet } from 'yieldstar';

const consumer = greenlet(function* consume(first: string) {
  let item = first;
  while (item !== 'the end') {
    console.log(`consumer: eats ${item}`);
    item = yield* producer.switch(`${item} was good`);
  }
  return 'full'; // to the parent, which is main
});

const producer = greenlet(function* produce() {
  for (const item of ['bread', 'cheese', 'an apple']) {
    console.log(`producer: bakes ${item}`);
    const answer = yield* consumer.switch(item);
    console.log(`producer: hears "${answer}"`);
  }
  yield* consumer.switch('the end');
});

console.log(`main: the consumer is ${producer.switch()}`);
console.log(`main: consumer dead: ${consumer.dead}, producer dead: ${producer.dead}`);

// Who is left suspended can be ended: GreenletExit is thrown into it.
producer.throw();
console.log(`main: producer dead: ${producer.dead}; main has no parent: ${getcurrent().parent}`);
