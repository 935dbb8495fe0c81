// A producer and a consumer pass each other values by send, each with its own control of what comes next.
// The first send primes the consumer; close ends it, and runs its finally.

function* consumer(): Generator<string, void, unknown> {
  let answer = '';
  try {
    for (;;) {
      const item = yield answer;
      console.log(`consumer: has ${item}`);
      answer = `${item} was good`;
    }
  } finally {
    console.log('consumer: closed');
  }
}

function producer(consumer: Generator<string, void, unknown>): void {
  console.log(`primed with '${consumer.next().value}'`);
  for (let n = 0; n < 3; n++) {
    console.log(`producer: makes ${n}`);
    console.log(`producer: hears ${consumer.next(n).value}`);
  }
  consumer.return();
  consumer.return();
  if (consumer.next('more').done) console.log('producer: nobody is there');
}

producer(consumer());

export {};
