/*
 * 10,000 clients at once, and one thread: the echo server answers each in upper case.
 *
 * All connect at the same time, think for a second, and wait for the answer, at the same time. It
 * takes the seconds that one client takes: half of one to connect, one to think, and half of one
 * until the answer is there.
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

const CLIENTS = 10_000;
let connected = 0;
let atOnce = 0;

function* echo(reader: StreamReader, writer: StreamWriter) {
  connected += 1;
  atOnce = Math.max(atOnce, connected);
  writer.write(encode(decode(yield* reader.readline()).toUpperCase()));
  writer.close();
  yield* writer.waitClosed();
  connected -= 1;
}

function* client(n: number) {
  const [reader, writer] = yield* openConnection('127.0.0.1', 8888);
  yield* sleep(1);
  writer.write(encode(`hello from ${n}\n`));
  const answer = decode(yield* reader.readline());
  writer.close();
  yield* writer.waitClosed();
  return answer === `HELLO FROM ${n}\n`;
}

function* main() {
  net.getNetwork().link('localhost', 'localhost', { latency: 0.25 });
  const server = yield* startServer(echo, '127.0.0.1', 8888);
  const answers = yield* gather(Array.from({ length: CLIENTS }, (_, n) => client(n)));
  console.log(`${answers.filter(Boolean).length} right answers after ${getRunningLoop().time()} seconds`);
  server.close();
  yield* server.waitClosed();
  console.log(`${atOnce} clients were connected at once; now ${connected} are`);
}

run(main());
