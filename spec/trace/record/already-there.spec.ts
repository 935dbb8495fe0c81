import { expect } from 'chai';
import { asyncWith, EventLoop, Lock, sleep } from '../../../lib';
import { Recorder } from '../../../lib/trace/record/recorder';
import { type HandleState, LoopState } from '../../../lib/trace/state/loop-state';
import { runBriefly } from '../../support';
import { eventText } from './event-text';

describe('A recorder that comes late', () => {
  let loop: EventLoop;
  let recorder: Recorder;

  beforeEach(() => {
    loop = new EventLoop();
  });

  /** A loop on which much is going on, watched from now on. */
  function watchLate(prepare: () => unknown): string[] {
    prepare();
    recorder = new Recorder();
    loop.observer = recorder.watch(loop);
    return recorder.events.map((event) => eventText(event).replace(/^\d+@0 | <- \d+$/g, ''));
  }

  it('introduces tasks, with what they wait for', () => {
    const log = watchLate(() => {
      const future = loop.createFuture();
      loop.createTask((async () => await future)(), { name: 'waits' });
      runBriefly(loop);
    });
    expect(log).to.deep.equal([
      'task task=1 name=waits coroutine=async_function',
      'suspend task=1 future=2 label=Future',
    ]);
  });

  it('introduces the handles that are ready: whose step each is', () => {
    const log = watchLate(() => {
      const future = loop.createFuture();
      loop.createTask((async () => await future)(), { name: 'woken' });
      loop.createTask(sleep(0), { name: 'gives way' });
      runBriefly(loop);
      loop.createTask(sleep(0), { name: 'begins' });
      loop.callSoon(function callback() {});
      future.setResult(1);
    });
    expect(log.slice(4)).to.deep.equal([
      'schedule handle=1 label=step of gives way task=3',
      'schedule handle=2 label=step of begins task=4',
      'schedule handle=3 label=callback()',
      'wake task=1 future=2',
      'schedule handle=4 label=step of woken task=1',
    ]);
  });

  it('introduces timers, in the order in which they were scheduled', () => {
    const log = watchLate(() => {
      for (const delay of [2, 1, 1, 0]) loop.callLater(delay, function timer() {});
      loop.callLater(1, function never() {}).cancel();
      loop.callSoon(() => {});
      loop.step();
    });
    expect(log).to.deep.equal([
      'schedule handle=1 label=timer() when=2',
      'schedule handle=2 label=timer() when=1',
      'schedule handle=3 label=timer() when=1',
      'schedule handle=4 label=timer() when=0',
      'due handle=4',
    ]);
  });

  it('takes no callback of the program for the step of a task', () => {
    watchLate(() => loop.createTask(sleep(1)));
    loop.callSoon(function callback() {});
    expect(recorder.events.at(-1)).to.deep.include({ type: 'schedule', label: 'callback()', task: undefined });
  });

  it('knows of what is there what one knows that was there from the beginning', () => {
    const always = new Recorder();
    loop.observer = always.watch(loop);
    const lock = new Lock();
    for (const name of ['a', 'b'])
      loop.createTask(
        asyncWith(lock, () => sleep(1)),
        { name },
      );
    runBriefly(loop);
    loop.callSoon(() => {});
    watchLate(() => loop.callLater(3, () => {}));
    expect(summaryOf(recorder)).to.deep.equal(summaryOf(always));
  });
});

/** What a recorder knows, but for numbers, and who stands in a line that nobody saw. */
function summaryOf({ events }: Recorder): unknown {
  const state = new LoopState();
  for (const event of events) state.apply(event);
  const labels = (handles: Iterable<HandleState>) => [...handles].map(({ label, when }) => [label, when]);
  const tasks = [...state.tasks.values()].map(({ name, status, awaitsLabel }) => [name, status, awaitsLabel]);
  const primitives = [...state.primitives.values()].map(({ text, owners }) => [text, owners.length]);
  return [labels(state.ready.values()), labels(state.sortedTimers), tasks, primitives];
}
