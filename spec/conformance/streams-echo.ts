// Two clients of one server, which answers in upper case: each line goes there and back, and the two take turns.
import {
  decode,
  encode,
  gather,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
} from 'yieldstar';
import { say } from './say';

async function handle(reader: StreamReader, writer: StreamWriter) {
  say('a client has come');
  for await (const line of reader) {
    say('received', line);
    writer.write(encode(decode(line).toUpperCase()));
    await writer.drain();
  }
  say('the client sends no more');
  writer.close();
  await writer.waitClosed();
  say('closed');
}

async function client(port: number, name: string) {
  const [reader, writer] = await openConnection('127.0.0.1', port);
  say(name, 'is connected');
  for (const word of ['hello', 'goodbye']) {
    writer.write(encode(`${word} ${name}\n`));
    say(name, 'received', await reader.readline());
    await sleep(1);
  }
  writer.close();
  say(name, 'closes:', writer.isClosing());
  await writer.waitClosed();
  say(name, 'has closed');
}

async function main() {
  const server = await startServer(handle, '127.0.0.1', 0);
  const port = server.sockets[0]?.getsockname()[1] as number;
  await gather([client(port, 'ann'), client(port, 'bob')]);
  server.close();
  await server.waitClosed();
  say('all is done');
}

run(main());
