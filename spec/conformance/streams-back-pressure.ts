// One who writes much more than is read is held back in drain; and one who reads more than its limit holds back the sender.
import {
  createTask,
  gather,
  openConnection,
  run,
  type StreamReader,
  type StreamWriter,
  sleep,
  startServer,
} from 'yieldstar';
import { say } from './say';

const SIZE = 8_000_000;

function* handle(_reader: StreamReader, writer: StreamWriter) {
  say('limits', writer.transport.getWriteBufferLimits());
  writer.write(new Uint8Array(1000));
  yield* writer.drain();
  say('a little needs no waiting, kept:', writer.transport.getWriteBufferSize());
  writer.write(new Uint8Array(SIZE));
  say('more than 64 KiB are kept:', writer.transport.getWriteBufferSize() > 65536);
  const drained = [createTask(writer.drain()), createTask(writer.drain())];
  yield* sleep(10);
  const done = drained.map((task) => task.done());
  say('drained:', done);
  yield* gather(drained);
  say('drained, no more than 16 KiB are kept:', writer.transport.getWriteBufferSize() <= 16384);
  writer.close();
  yield* writer.waitClosed();
  say('closed, kept:', writer.transport.getWriteBufferSize());
}

function* main() {
  const server = yield* startServer(handle, '127.0.0.1', 0);
  const port = server.sockets[0]?.getsockname()[1];
  const [reader, writer] = yield* openConnection('127.0.0.1', port, { limit: 1000 });
  yield* sleep(5);
  say('reading:', writer.transport.isReading());
  say('read', (yield* reader.read(1)).length, 'reading:', writer.transport.isReading());
  yield* sleep(10);
  let total = 1;
  for (let size = -1; size !== 0; total += size) size = (yield* reader.read(100_000)).length;
  say('read all:', total === SIZE + 1000);
  writer.close();
  server.close();
  yield* server.waitClosed();
}

run(main());
