import { expect } from 'chai';
import { coroutine, createTask, type EventLoop, sleep } from '../../../lib';
import type { EventOf } from '../../../lib/trace/event-type';
import { lateness } from '../../../lib/trace/why/lateness';
import { why } from '../../../lib/trace/why/why';
import { lastEvent, type Main, recordedIndex } from '../recorded-trace';

/** A program whose task `first` is to sleep until 1s, while `block` does what it likes at 0s. */
function program(block: (loop: EventLoop) => void): Main {
  return coroutine(function* main(loop: EventLoop) {
    const first = createTask(sleep(1), { name: 'first' });
    createTask(
      (function* () {
        block(loop);
      })(),
      { name: 'second' },
    );
    yield* first;
  });
}

function lateIn(main: Main): string {
  const index = recordedIndex(main);
  return lateness(index, lastEvent(index, 'resume', 'first') as EventOf<'resume'>);
}

describe('lateness', () => {
  it('is nothing where a step was taken as soon as it was ready', () => {
    expect(lateIn(program(() => {}))).to.equal('');
  });

  it('tells who kept the loop meanwhile', () => {
    const main = coroutine(function* main(loop: EventLoop) {
      createTask(
        (function* () {
          loop.clock.advance(2);
        })(),
        { name: 'second' },
      );
      yield* createTask(sleep(0), { name: 'first' });
    });
    const index = recordedIndex(main);
    const begun = index.trace.events.find(({ type, time }) => type === 'resume' && time === 2) as EventOf<'resume'>;
    expect(lateness(index, begun)).to.equal(': it had been ready since 0s, but second kept the loop');
  });

  it('is not told of a timer that was due late: it was not ready before', () => {
    expect(lateIn(program((loop) => loop.clock.advance(5)))).to.equal('');
  });

  it('is told by why, which does not pass over a step in which time has passed', () => {
    const index = recordedIndex(
      coroutine(function* main(loop: EventLoop) {
        yield* sleep(1);
        loop.clock.advance(3);
      }),
    );
    const story = why(index, lastEvent(index, 'done', 'main').n).map(({ sentence }) => sentence);
    expect(story.slice(0, 3)).to.deep.equal([
      'main ended at 4s',
      'main went on at 1s',
      'The sleep of main was over at 1s',
    ]);
  });
});
