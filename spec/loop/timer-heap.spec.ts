import { expect } from 'chai';
import { EventLoop } from '../../lib';
import { type Timer, TimerHeap } from '../../lib/loop/timer-heap';

/** A timer that knows nothing of a loop. */
class FakeTimer implements Timer {
  scheduled = false;
  private isCancelled = false;

  constructor(
    private readonly deadline: number,
    readonly order: number,
  ) {}

  when(): number {
    return this.deadline;
  }

  cancelled(): boolean {
    return this.isCancelled;
  }

  cancel(heap: TimerHeap<FakeTimer>): void {
    if (this.scheduled && !this.isCancelled) heap.noteCancelled();
    this.isCancelled = true;
  }
}

describe('TimerHeap', () => {
  let heap: TimerHeap<FakeTimer>;

  beforeEach(() => {
    heap = new TimerHeap();
  });

  function pushAll(deadlines: number[]): FakeTimer[] {
    const timers = deadlines.map((deadline, order) => new FakeTimer(deadline, order));
    for (const timer of timers) heap.push(timer);
    return timers;
  }

  function popAll(): string[] {
    const popped: string[] = [];
    for (let timer = heap.pop(); timer !== undefined; timer = heap.pop()) popped.push(`${timer.order}@${timer.when()}`);
    return popped;
  }

  it('gives the earliest timer first', () => {
    pushAll([3, 1, 2]);
    expect([heap.peek()?.when(), heap.length]).to.deep.equal([1, 3]);
    expect(popAll()).to.deep.equal(['1@1', '2@2', '0@3']);
  });

  it('gives timers of one deadline in the order of their making', () => {
    pushAll([3, 1, 2, 1, 3, 2, 1]);
    expect(popAll()).to.deep.equal(['1@1', '3@1', '6@1', '2@2', '5@2', '0@3', '4@3']);
  });

  it('sorts a thousand timers as a sort does that keeps the order of equals', () => {
    const deadlines = Array.from({ length: 1000 }, (_, i) => (i * 7919) % 101);
    const sorted = deadlines.map((when, order) => ({ when, order })).sort((a, b) => a.when - b.when);
    pushAll(deadlines);
    expect(popAll()).to.deep.equal(sorted.map(({ when, order }) => `${order}@${when}`));
  });

  it('puts infinite deadlines at the ends', () => {
    pushAll([Infinity, 0, -Infinity, 5]);
    expect(popAll()).to.deep.equal(['2@-Infinity', '1@0', '3@5', '0@Infinity']);
  });

  it('has nothing to give when empty', () => {
    expect([heap.peek(), heap.pop(), heap.length]).to.deep.equal([undefined, undefined, 0]);
  });

  it('knows of each timer whether it is here', () => {
    const [first, second] = pushAll([1, 2]) as [FakeTimer, FakeTimer];
    heap.pop();
    expect([first.scheduled, second.scheduled]).to.deep.equal([false, true]);
    heap.clear();
    expect([second.scheduled, heap.length]).to.deep.equal([false, 0]);
  });

  describe('prune', () => {
    function cancel(timers: FakeTimer[], count: number): void {
      for (const timer of timers.slice(-count)) timer.cancel(heap);
    }

    it('drops the cancelled timers on top, and leaves those below', () => {
      const [first, , third] = pushAll([1, 2, 3]) as [FakeTimer, FakeTimer, FakeTimer];
      first.cancel(heap);
      third.cancel(heap);
      heap.prune();
      expect([heap.peek()?.when(), heap.length]).to.deep.equal([2, 2]);
    });

    for (const [total, cancelled, left] of [
      [101, 50, 101],
      [101, 51, 50],
      [102, 51, 102],
      [102, 52, 50],
      [100, 80, 100],
    ] as const) {
      it(`of ${total} timers, ${cancelled} of them cancelled, leaves ${left}`, () => {
        cancel(pushAll(Array.from({ length: total }, (_, i) => i)), cancelled);
        heap.prune();
        expect(heap.length).to.equal(left);
      });
    }

    it('keeps the order of equal deadlines when it rebuilds', () => {
      const timers = pushAll(new Array(201).fill(1));
      for (const timer of timers) if (timer.order % 30 !== 0) timer.cancel(heap);
      heap.prune();
      expect(popAll()).to.deep.equal(['0@1', '30@1', '60@1', '90@1', '120@1', '150@1', '180@1']);
    });

    it('counts a timer that was cancelled twice, or after it was taken, only as it is', () => {
      const timers = pushAll(Array.from({ length: 102 }, (_, i) => i));
      heap.pop()?.cancel(heap);
      for (let again = 0; again < 2; again++) cancel(timers, 50);
      heap.prune();
      expect(heap.length).to.equal(101);
      cancel(timers, 51);
      heap.prune();
      expect(heap.length).to.equal(50);
    });

    it('does not go on counting a cancelled timer that was taken', () => {
      const timers = pushAll(Array.from({ length: 151 }, (_, i) => i));
      for (const timer of timers.slice(0, 45)) timer.cancel(heap);
      for (let i = 0; i < 45; i++) heap.pop();
      for (const timer of timers.slice(-40)) timer.cancel(heap);
      heap.prune();
      expect(heap.length).to.equal(106);
    });
  });

  it('of a loop stays small when timers are set and cancelled for ever', () => {
    const loop = new EventLoop();
    let biggest = 0;
    let count = 0;
    const again = () => {
      loop.callLater(1000, () => {}).cancel();
      biggest = Math.max(biggest, scheduledOn(loop));
      count += 1;
      if (count < 5000) loop.callSoon(again);
      else loop.stop();
    };
    loop.callLater(1, () => {});
    loop.callSoon(again);
    loop.runForever();
    expect(biggest).to.be.lessThan(200);
  });
});

function scheduledOn(loop: EventLoop): number {
  return (loop as unknown as { scheduler: { scheduled: { length: number } } }).scheduler.scheduled.length;
}
