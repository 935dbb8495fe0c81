// A closed server accepts nobody, but its connections live on: wait_closed waits for both, in either order.

import type { StreamReader, StreamWriter } from 'yieldstar';
import { createTask, encode, gather, openConnection, run, type Server, sleep, startServer } from 'yieldstar';
import { say } from './say';

async function handle(reader: StreamReader, writer: StreamWriter) {
  for await (const line of reader) writer.write(line);
  say('the client has closed');
  writer.close();
}

async function wait(server: Server, name: string) {
  await server.waitClosed();
  say(name, 'has waited');
}

async function main() {
  const server = await startServer(handle, '127.0.0.1', 0, { startServing: false });
  say('serving:', server.isServing(), server.sockets.length);
  await server.startServing();
  await server.startServing();
  say('serving:', server.isServing());
  const port = server.sockets[0]?.getsockname()[1];
  const waiting = [createTask(wait(server, 'one who came early'))];
  const clients = [await openConnection('127.0.0.1', port), await openConnection('127.0.0.1', port)];
  await sleep(1);
  server.close();
  server.close();
  say('closed, serving:', server.isServing(), 'sockets:', server.sockets);
  waiting.push(createTask(wait(server, 'one who came late')));
  for (const [n, [reader, writer]] of clients.entries()) {
    await sleep(1);
    writer.write(encode('still here\n'));
    say('client', n, await reader.readline());
    writer.close();
    await writer.waitClosed();
    say('client', n, 'has closed');
  }
  await gather(waiting);
  await wait(server, 'one who came too late');
  for (const method of [() => server.serveForever(), () => server.startServing()]) {
    try {
      await method();
    } catch (error) {
      say('is closed:', String(error).includes('is closed'));
    }
  }
}

run(main());
