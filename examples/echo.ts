/*
 * An echo server that answers in upper case, and its clients.
 *
 * For each client the server makes a task, which waits for that client's next line and for nothing
 * else: so none has to wait for another. A line takes a quarter of a second each way.
 */

import {
  decode,
  encode,
  gather,
  getRunningLoop,
  net,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
} from 'yieldstar';

const say = (text: string): void => console.log(`${getRunningLoop().time()}s  ${text}`);

async function echo(reader: StreamReader, writer: StreamWriter) {
  const [, port] = writer.getExtraInfo('peername') as [string, number];
  say(`server: ${port} has come`);
  for (;;) {
    const line = await reader.readline();
    if (line.length === 0) break;
    writer.write(encode(decode(line).toUpperCase()));
    await writer.drain();
  }
  say(`server: ${port} has gone`);
  writer.close();
  await writer.waitClosed();
}

async function client(name: string, seconds: number, lines: readonly string[]) {
  const [reader, writer] = await openConnection('127.0.0.1', 8888);
  for (const line of lines) {
    writer.write(encode(`${line}\n`));
    say(`${name} hears ${decode(await reader.readline()).trim()}`);
    await sleep(seconds);
  }
  writer.close();
  await writer.waitClosed();
}

async function main() {
  const network = net.getNetwork();
  network.link('localhost', 'localhost', { latency: 0.25 });
  const server = await startServer(echo, '127.0.0.1', 8888);
  await gather([client('ann', 1, ['hello', 'how are you', 'bye']), client('bob', 2, ['hi', 'nice weather'])]);
  server.close();
  await server.waitClosed();
  say('the server is closed');
}

run(main());
