// How many iterations of the loop pass from one end of a connection to the other, and to whoever waits there.

import type { StreamReader, StreamWriter } from 'yieldstar';
import { createTask, encode, getRunningLoop, openConnection, repr, run, sleep, startServer } from 'yieldstar';

let iteration = 0;

async function count() {
  for (;;) {
    iteration += 1;
    await sleep(0);
  }
}

function note(...words: unknown[]) {
  console.log(iteration, ...words);
}

async function handle(reader: StreamReader, writer: StreamWriter) {
  note('the handler begins');
  for await (const line of reader) {
    note('the server has read', repr(line));
    writer.write(line);
    await writer.drain();
    note('the server has written');
  }
  writer.close();
  await writer.waitClosed();
  note('the server has closed');
}

async function main() {
  const counter = createTask(count());
  const server = await startServer(handle, '127.0.0.1', 0);
  note('the server has started');
  const port = server.sockets[0]?.getsockname()[1];
  const [reader, writer] = await openConnection('127.0.0.1', port);
  note('the client is connected');
  for (let n = 0; n < 3; n++) {
    writer.write(encode(`line ${n}\n`));
    getRunningLoop().callSoon(note, 'after writing', n);
    await sleep(0);
  }
  for (let n = 0; n < 3; n++) note('the client has read', repr(await reader.readline()));
  writer.close();
  await writer.waitClosed();
  note('the client has closed');
  server.close();
  await server.waitClosed();
  note('the server is done');
  try {
    await openConnection('127.0.0.1', port);
  } catch {
    note('refused');
  }
  counter.cancel();
}

run(main());
