/**
 * A trace of a small program, in which there is something of everything: tasks take a lock in
 * turn, and write a line; a timer is set; the second keeps the lock, so the third waits for ever.
 */

import { coroutine, createTask, EventLoop, Lock, sleep } from '../../lib';
import { Recorder } from '../../lib/trace/record/recorder';
import type { Trace } from '../../lib/trace/trace-event';
import { placingHost } from '../trace/recorded-trace';

const FILE = '/home/me/app.ts';

/** Record it. */
export function smallTrace(): Trace {
  const recorder = new Recorder({ host: placingHost() });
  const loop = new EventLoop();
  loop.observer = recorder.watch(loop);
  loop.callLater(99, function bell() {});
  try {
    loop.runUntilComplete(loop.createTask(main(recorder), { name: 'main' }));
  } catch (error) {
    recorder.end('error', String(error));
  }
  const header = { format: 'yieldstar-trace', version: 2, program: FILE, sources: { [FILE]: 'a line\n'.repeat(60) } };
  return JSON.parse(JSON.stringify({ header, events: recorder.events }));
}

const main = coroutine(function* main(recorder: Recorder) {
  const lock = new Lock();
  const first = createTask(locking(recorder, lock, 'first', true), { name: 'first' });
  const second = createTask(locking(recorder, lock, 'second', false), { name: 'second' });
  yield* first;
  yield* second;
  yield* createTask(locking(recorder, lock, 'third', true), { name: 'third' });
});

const locking = coroutine(function* locking(recorder: Recorder, lock: Lock, name: string, givesBack: boolean) {
  yield* lock.acquire();
  recorder.wrote('out', `${name} has the lock\n`);
  yield* sleep(1);
  if (givesBack) lock.release();
});
