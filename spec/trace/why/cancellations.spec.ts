import { expect } from 'chai';
import { coroutine, createTask, type EventLoop, gather, sleep, wait } from '../../../lib';
import { type Cancellation, cancellations } from '../../../lib/trace/why/cancellations';
import { placingHost, recordedIndex } from '../recorded-trace';

type Body = Generator<unknown, unknown, unknown>;

function requestsIn(main: (loop: EventLoop) => Body): readonly Cancellation[] {
  return cancellations(recordedIndex(coroutine(main), { host: placingHost() }));
}

describe('cancellations', () => {
  it('tells who asked, when, where, and with what message', () => {
    const [request] = requestsIn(function* main() {
      const task = createTask(sleep(9), { name: 'first' });
      yield* sleep(1);
      task.cancel('enough');
      yield* wait([task]);
    });
    expect(request?.story[0]?.sentence).to.equal(
      "main asked first to end at 1s, with the message 'enough', in main (app.ts:1)",
    );
  });

  it('tells to whom a request was passed on, where it landed, and what became of it, innermost first', () => {
    const [request, ...others] = requestsIn(function* main() {
      const inner = [createTask(sleep(9), { name: 'left' }), createTask(sleep(9), { name: 'right' })];
      const outer = createTask(
        (function* () {
          yield* gather(inner);
        })(),
        { name: 'outer' },
      );
      yield* sleep(1);
      outer.cancel();
      yield* wait([outer]);
    });
    expect(others).to.deep.equal([]);
    expect(request?.story.map(({ sentence }) => sentence)).to.deep.equal([
      'main asked outer to end at 1s, in main (app.ts:1)',
      'This was passed on to left at 1s, for which outer waited',
      'This was passed on to right at 1s, for which outer waited',
      'CancelledError was thrown into left at 1s, in sleep (app.ts:20)',
      'left ended at 1s, as cancelled',
      'CancelledError was thrown into right at 1s, in sleep (app.ts:30)',
      'right ended at 1s, as cancelled',
      'CancelledError was thrown into outer at 1s, in generator (app.ts:40)',
      'outer ended at 1s, as cancelled',
    ]);
  });

  it('keeps requests apart that were made one by one', () => {
    const requests = requestsIn(function* main() {
      const tasks = [createTask(sleep(9), { name: 'first' }), createTask(sleep(9), { name: 'second' })];
      yield* sleep(1);
      for (const task of tasks) task.cancel();
      yield* wait(tasks);
    });
    expect(requests.map(({ story, fate }) => [story[0]?.sentence, story.length, fate])).to.deep.equal([
      ['main asked first to end at 1s, in main (app.ts:1)', 3, 'cancelled'],
      ['main asked second to end at 1s, in main (app.ts:1)', 3, 'cancelled'],
    ]);
  });

  it('gives none where nobody asked', () => {
    const requests = requestsIn(function* main() {
      yield* sleep(1);
    });
    expect(requests).to.deep.equal([]);
  });
});
