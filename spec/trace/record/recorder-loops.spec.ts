import { expect } from 'chai';
import { EventLoop, Future, run, sleep, toThread } from '../../../lib';
import type { EventOf, EventType } from '../../../lib/trace/event-type';
import { Recorder } from '../../../lib/trace/record/recorder';
import type { TraceEvent } from '../../../lib/trace/trace-event';
import { thrownBy } from '../../support';
import { watching } from '../random-programs';

describe('A recorder', () => {
  let loop: EventLoop;
  let recorder: Recorder;

  beforeEach(() => {
    loop = new EventLoop();
    recorder = new Recorder();
    loop.observer = recorder.watch(loop);
  });

  function events<T extends EventType>(type: T): EventOf<T>[] {
    return recorder.events.filter((event: TraceEvent): event is EventOf<T> => event.type === type);
  }

  /** Do `work` while all new loops are watched. */
  function watchingAll(work: () => unknown): void {
    watching((each) => recorder.watch(each), work);
  }

  describe('of several loops', () => {
    it('one after another, numbers events and tasks throughout', () => {
      watchingAll(() => [run(sleep(1)), run(sleep(2))]);
      const tasks = events('task').filter(({ coroutine }) => coroutine === 'sleep');
      expect(tasks.map(({ task, loop: number }) => ({ task, number }))).to.deep.equal([
        { task: 1, number: 2 },
        { task: 5, number: 3 },
      ]);
      expect(events('close').map(({ loop: number }) => number)).to.deep.equal([2, 3]);
    });

    it('has those within another be caused by that', () => {
      const within = () => watchingAll(() => run(sleep(5)));
      loop.runUntilComplete(toThread(within));
      const inner = events('iteration').filter((event) => event.loop === 2);
      expect(new Set(inner.map(({ cause }) => recorder.events[cause - 1]?.type))).to.deep.equal(new Set(['run']));
    });

    it('gives each event the time of its own loop', () => {
      const within = () => {
        watchingAll(() => run(sleep(5)));
        recorder.wrote('out', 'back\n');
      };
      loop.runUntilComplete(toThread(within));
      expect(events('advance').map(({ time, loop: number }) => [time, number])).to.deep.equal([[5, 2]]);
      expect(events('output').map(({ time, loop: number }) => [time, number])).to.deep.equal([[0, undefined]]);
    });

    it('is not confused by a future that is done when its loop is closed', () => {
      const future = new Future(loop);
      future.addDoneCallback(() => {});
      loop.close();
      thrownBy(() => future.setResult(1));
      recorder.wrote('out', 'afterwards\n');
      expect(recorder.events.at(-1)?.cause).to.equal(0);
    });
  });
});
