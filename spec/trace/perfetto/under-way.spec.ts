import { expect } from 'chai';
import { coroutine, createTask, EventLoop, eagerTaskFactory, sleep, toThread } from '../../../lib';
import { type Span, UnderWay } from '../../../lib/trace/perfetto/under-way';
import type { Recorder } from '../../../lib/trace/record/recorder';
import type { TraceIndex } from '../../../lib/trace/why/trace-index';
import { type Main, recordedIndex } from '../recorded-trace';

/** A step by the name of its task, a run as such. */
function shown(index: TraceIndex, span: Span): string {
  return span.type === 'run' ? 'run' : `step of ${index.makingOf(span.task)?.coroutine}`;
}

/** What begins and what ends in the run of `main`. */
function spansOf(main: Main): string[] {
  const index = recordedIndex(main);
  const underWay = new UnderWay(index);
  const log = index.trace.events.flatMap((event) => {
    const over = underWay.goTo(event).map((span) => `${shown(index, span)} is over`);
    return event.type === 'run' || event.type === 'resume' ? [...over, `${shown(index, event)} begins`] : over;
  });
  return [...log, ...underWay.end().map((span) => `${shown(index, span)} is over`)];
}

describe('UnderWay', () => {
  it('has the step of a task in the run of its handle', () => {
    expect(spansOf(coroutine(function* main() {})).slice(0, 4)).to.deep.equal([
      'run begins',
      'step of main begins',
      'step of main is over',
      'run is over',
    ]);
  });

  it('has the first step of an eager task in that of its maker', () => {
    const main = coroutine(function* main(loop: EventLoop) {
      loop.setTaskFactory(eagerTaskFactory);
      createTask(sleep(0));
      loop.callSoon(() => {});
    });
    expect(spansOf(main).slice(1, 5)).to.deep.equal([
      'step of main begins',
      'step of sleep begins',
      'step of sleep is over',
      'step of main is over',
    ]);
  });

  it('has a whole loop in the callback that runs one', () => {
    const main = coroutine(function* main(_loop: EventLoop, recorder: Recorder) {
      yield* toThread(() => {
        const inner = new EventLoop();
        inner.observer = recorder.watch(inner);
        inner.runUntilComplete(hello());
      });
    });
    const before = spansOf(main).join('\n').split('step of hello begins')[0] as string;
    expect(before.split('begins').length - before.split('is over').length).to.equal(2);
  });

  it('ends, with the trace, what is still under way', () => {
    expect(spansOf(coroutine(function* main() {})).slice(-1)).to.deep.equal(['run is over']);
  });
});

const hello = coroutine(function* hello() {});
