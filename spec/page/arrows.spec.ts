import { expect } from 'chai';
import { coroutine, createTask, type EventLoop, sleep } from '../../lib';
import { type Arrow, Arrows } from '../../lib/page/arrows';
import { greenletTrace, pingPong } from '../trace/greenlet-trace';
import { sending } from '../trace/packets';
import { type Main, recordedTrace } from '../trace/recorded-trace';
import { looked } from './hand-trace';

const hello = coroutine(function* hello(seconds: number) {
  yield* sleep(seconds);
});

/** The arrows of a run, and the same in words. */
function arrowsIn(main: Main): { arrows: Arrows; text: (arrow: Arrow) => string } {
  const { replay, index } = looked(recordedTrace(main));
  const nameOf = (task: number): string => (task === 0 ? 'callback' : index.nameOf(task, Infinity));
  return {
    arrows: new Arrows(replay, index),
    text: ({ kind, step, from, to, effect }) => `${step} ${nameOf(from)} ${kind} ${nameOf(to)} ${effect ?? 'never'}`,
  };
}

describe('Arrows', () => {
  const main = (body: (loop: EventLoop) => Generator<unknown, unknown, unknown>): Main => coroutine(body);

  it('lead from the step in which something was done to the step that came of it', () => {
    const { arrows, text } = arrowsIn(
      main(function* main() {
        yield* createTask(hello(1), { name: 'first' });
      }),
    );
    expect(arrows.all.map(text)).to.deep.equal([
      '1 main made first 2',
      '2 first scheduled callback 3',
      '3 callback woke first 4',
      '4 first woke main 5',
      '5 main scheduled callback 6',
    ]);
  });

  it('tell who asked whom to end', () => {
    const { arrows, text } = arrowsIn(
      main(function* main() {
        const task = createTask(hello(9), { name: 'first' });
        yield* sleep(1);
        task.cancel();
        yield* sleep(1);
      }),
    );
    expect(arrows.all.map(text)).to.include.members(['4 main cancelled first 5', '4 main woke first 5']);
  });

  it('tell who switched to whom, in the step that this was', () => {
    const { replay, index } = looked(greenletTrace(pingPong));
    const all = new Arrows(replay, index).all.filter(({ kind }) => kind === 'switched');
    const names = [0, 'main', 'ping', 'pong'];
    expect(all.map(({ step, from, to, effect }) => [step, names[from], names[to], effect])).to.deep.equal([
      [1, 'main', 'ping', 1],
      [2, 'ping', 'pong', 2],
      [3, 'pong', 'ping', 3],
      [4, 'ping', 'main', 4],
    ]);
  });

  it('tell who sent the packet that arrives', () => {
    const { arrows, text } = arrowsIn(sending);
    expect(arrows.all.filter(({ kind }) => kind === 'sent').map(text)).to.deep.equal(['3 client sent callback 4']);
  });

  it('have no effect where the callback was never run', () => {
    const { arrows, text } = arrowsIn(
      main(function* main(loop) {
        loop.callLater(99, () => {});
        yield* sleep(1);
      }),
    );
    expect(text(arrows.all[0] as Arrow)).to.equal('1 main scheduled callback never');
  });

  it('do not lead from a task to itself', () => {
    const { arrows, text } = arrowsIn(
      main(function* main() {
        yield* sleep(0);
      }),
    );
    expect(arrows.all.map(text)).to.deep.equal(['2 main scheduled callback 3']);
  });

  it('can be asked for by the step where they begin, and by the one that came of them', () => {
    const { arrows, text } = arrowsIn(
      main(function* main() {
        yield* createTask(hello(1), { name: 'first' });
      }),
    );
    expect(arrows.between(2, 3).map(text)).to.deep.equal(['2 first scheduled callback 3', '3 callback woke first 4']);
    expect(arrows.into(4).map(text)).to.deep.equal(['3 callback woke first 4']);
    expect(arrows.into(1)).to.deep.equal([]);
  });
});
