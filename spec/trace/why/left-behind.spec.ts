import { expect } from 'chai';
import { coroutine, createTask, type EventLoop, sleep } from '../../../lib';
import { type LeftBehind, leftBehind } from '../../../lib/trace/why/left-behind';
import { placingHost, recordedIndex } from '../recorded-trace';

function leftBy(main: (loop: EventLoop) => Generator<unknown, unknown, unknown>): readonly LeftBehind[] {
  return leftBehind(recordedIndex(coroutine(main), { host: placingHost() }));
}

/** The sentences that tell of each thing. */
function told(left: readonly LeftBehind[]): string[][] {
  return left.map(({ story }) => story.map(({ sentence }) => sentence));
}

describe('leftBehind', () => {
  it('tells of an exception that nobody retrieved, with who failed, and where that was made', () => {
    const left = leftBy(function* main() {
      createTask(
        (function* () {
          throw new RangeError('no');
        })(),
        { name: 'first' },
      );
      yield* sleep(1);
    });
    expect(told(left)).to.deep.equal([
      [
        'The loop complained at 1s: Task exception was never retrieved, made in main (app.ts:1)',
        'first failed at 0s, with RangeError: no',
        'main made first at 0s, in main (app.ts:1)',
      ],
    ]);
  });

  it('tells of a coroutine that nobody awaited, with where it was made', () => {
    const left = leftBy(function* main() {
      coroutine(function* hello() {})();
      yield* sleep(1);
    });
    expect(told(left)).to.deep.equal([
      ["The loop complained at 1s: coroutine 'hello' was never awaited, made in main (app.ts:1)"],
    ]);
  });

  it('tells of a task that was still pending, with what it waited for', () => {
    const left = leftBy(function* main() {
      createTask(sleep(9), { name: 'first' });
      yield* sleep(1);
    });
    expect(told(left)).to.deep.equal([
      [
        'The loop complained at 1s: Task was destroyed but it is pending!, made in main (app.ts:1)',
        'first began to wait at 0s, for its sleep, until 9s, in sleep (app.ts:20)',
        'main made first at 0s, in main (app.ts:1)',
      ],
    ]);
  });

  it('gives the future that a complaint is about, where it is about one', () => {
    const left = leftBy(function* main(loop) {
      loop.createFuture().setException(new RangeError('no'));
      coroutine(function* hello() {})();
    });
    expect(left.map(({ future }) => typeof future)).to.deep.equal(['number', 'undefined']);
  });

  it('gives nothing where nothing was left', () => {
    const left = leftBy(function* main() {
      yield* sleep(1);
    });
    expect(left).to.deep.equal([]);
  });
});
