import { expect } from 'chai';
import { Barrier, BoundedSemaphore, createTask, Event, Queue, Semaphore, sleep } from '../../../lib';
import { primitivesPanel } from '../../../lib/cli/step/primitives-panel';
import { Timeline } from '../../../lib/cli/step/timeline';
import { lockers } from './programs';
import { contentText, recorded } from './recorded';

describe('The panel of locks and queues', () => {
  const locking = new Timeline(lockers());
  const shown = (timeline: Timeline, step: number): string[] => contentText(primitivesPanel(timeline.at(step)));

  it('tells who holds a lock, and who stands in line', () => {
    expect(shown(locking, 3)).to.deep.equal(['locks and queues 1', '• Lock 1  held by ann', '    in line: bob']);
  });

  it('tells what is in a queue; what this step has changed is marked', () => {
    expect(shown(locking, 9)).to.deep.equal([
      'locks and queues 2',
      '• Lock 1  unlocked',
      '• Queue 2  2 of 2 items: 10, 30',
    ]);
  });

  it('has in sight what has changed last', () => {
    expect([primitivesPanel(locking.at(3)).at, primitivesPanel(locking.at(9)).at]).to.deep.equal([0, 0]);
  });

  it('tells of the others what their repr says', () => {
    const timeline = new Timeline(
      recorded('', function* () {
        const [event, semaphore, queue] = [new Event(), new BoundedSemaphore(2), new Queue<string>()];
        const barrier = new Barrier(2);
        yield* semaphore.acquire();
        yield* new Semaphore(3).acquire();
        yield* queue.put('job');
        event.set();
        createTask(barrier.wait(), { name: 'early' });
        yield* sleep(1);
      }),
    );
    expect(shown(timeline, 2)).to.deep.equal([
      'locks and queues 5',
      '  BoundedSemaphore 1  held by main',
      '  Semaphore 2  held by main',
      "  Queue 3  1 item: 'job'",
      '  Event 4  set',
      '• Barrier 5  filling, waiters:1/2',
      '    in line: early',
    ]);
  });
});
