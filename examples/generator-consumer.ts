/*
 * A producer and a consumer, as coroutines before there was a loop: they pass each other values
 * by `send`, and hand control back and forth, in one thread, without a lock or a queue.
 *
 * `send(x)` resumes the consumer, in which the `yield` gives x, and gives what it yields next. A
 * generator has to be primed: the first `send` only takes it to its first `yield`.
 */

import { coroutine } from 'yieldstar';

const consumer = coroutine(function* () {
  let answer = '';
  try {
    for (;;) {
      const item = yield answer;
      console.log(`[CONSUMER] Consuming ${item}...`);
      answer = '200 OK';
    }
  } finally {
    console.log('[CONSUMER] Closed.');
  }
});

function produce(consumer: { send(value: unknown): { value: unknown }; close(): void }, count: number): void {
  consumer.send(undefined);
  for (let n = 1; n <= count; n++) {
    console.log(`[PRODUCER] Producing ${n}...`);
    console.log(`[PRODUCER] Consumer return: ${consumer.send(n).value}`);
  }
  consumer.close();
}

produce(consumer(), 5);
