// A producer and a consumer: each item goes straight from the one to the other.
import { greenlet } from 'yieldstar';
import { say } from './say';

async function produce() {
  for (const item of ['apple', 'pear', 'plum']) {
    say('made', item);
    await consumer.switch(item);
  }
  say('no more');
  await consumer.switch();
}

async function consume(first: string) {
  for (let item = first; item; item = await producer.switch()) say('used', item);
  say('the end');
}

const producer = greenlet(produce);
const consumer = greenlet(consume);
producer.switch();
say('producer dead:', producer.dead, 'consumer dead:', consumer.dead);
producer.switch();
say('producer dead:', producer.dead);
