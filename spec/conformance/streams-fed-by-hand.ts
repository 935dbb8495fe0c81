// A reader needs no connection: fed by hand it wakes who waits; only one may wait; an error, or a cancellation, takes nothing.
import { type Coroutine, createTask, encode, run, StreamReader, sleep, ValueError } from 'yieldstar';
import { say } from './say';

const transport = {
  pauseReading: () => say('pause'),
  resumeReading: () => say('resume'),
  toString: () => '<Transport>',
};

function* attempt(name: string, awaitable: Coroutine<unknown>) {
  try {
    say(name, yield* awaitable);
  } catch (error) {
    say(name, error);
  }
}

function* main() {
  const reader = new StreamReader({ limit: 4 });
  reader.setTransport(transport);
  createTask(attempt('first', reader.readexactly(10)));
  createTask(attempt('second', reader.readline()));
  yield* sleep(1);
  for (const piece of ['1234', '', '56789', '0abc\n', 'def'].map(encode)) {
    say('feed', piece);
    reader.feedData(piece);
    yield* sleep(1);
  }
  say(reader);
  yield* attempt('third', reader.read(5));
  say(reader);
  const task = createTask(attempt('cancelled', reader.readexactly(6)));
  yield* sleep(1);
  task.cancel();
  reader.feedData(encode('g\nhi'));
  yield* sleep(1);
  reader.feedEof();
  say(reader, reader.atEof());
  const lines = reader[Symbol.asyncIterator]();
  for (let line = yield* lines.next(); !line.done; line = yield* lines.next()) say('line', line.value);
  say(reader, reader.atEof());
  reader.setException(new ValueError('lost'));
  say(reader, reader.exception());
  for (const name of ['read', 'readline', 'readuntil'] as const) yield* attempt(name, reader[name]());
  try {
    reader.feedData(encode('more'));
  } catch (error) {
    say((error as Error).message);
  }
}

run(main());
