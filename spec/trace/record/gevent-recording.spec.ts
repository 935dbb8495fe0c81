import { expect } from 'chai';
import { EventLoop, gevent, setEventLoop } from '../../../lib';
import { observeGreenlets } from '../../../lib/greenlet/greenlet-observer';
import { Recorder } from '../../../lib/trace/record/recorder';
import { Replay } from '../../../lib/trace/state/replay';
import { TRACE_VERSION, type Trace } from '../../../lib/trace/trace-event';
import { eventText } from './event-text';

/** Record the run of `main` with a hub of its own. */
function recorded(main: () => void): Trace {
  const recorder = new Recorder();
  const loop = new EventLoop();
  loop.observer = recorder.watch(loop);
  setEventLoop(loop);
  const before = observeGreenlets(recorder.watchGreenlets());
  try {
    main();
    recorder.end('end');
  } catch (error) {
    recorder.end('error', String(error));
  } finally {
    observeGreenlets(before);
    setEventLoop(null);
  }
  const header = { format: 'yieldstar-trace', version: TRACE_VERSION, program: 'program.ts', sources: {} } as const;
  return { header, events: recorder.events };
}

/** What is told of greenlets, and which handles are run. */
function told({ events }: Trace): string[] {
  const types = ['task', 'resume', 'suspend', 'switch', 'done', 'run'];
  return events
    .filter(({ type }) => types.includes(type))
    .map((event) => eventText(event).replace(/^\d+@| <- \d+$/g, ''));
}

function* nap(): Generator<unknown, void, unknown> {
  yield* gevent.sleep(1);
}

describe('A recorder of a program for gevent', () => {
  it('has the hub for the loop: its handles are the steps, in which greenlets go on, and main', () => {
    expect(told(recorded(() => gevent.spawn(nap).join()))).to.deep.equal([
      '0 task task=1 name=main coroutine=<module> kind=greenlet',
      '0 resume task=1',
      '0 task task=2 name=Greenlet-0 coroutine=nap kind=gevent parent=1',
      '0 suspend task=1 label=Greenlet-0',
      '0 switch from=1',
      '0 run handle=1',
      '0 switch to=2',
      '0 resume task=2',
      '0 suspend task=2 label=sleep until 1s',
      '0 switch from=2',
      '1 run handle=2',
      '1 switch to=2',
      '1 resume task=2',
      '1 done future=2 outcome=result',
      '1 switch from=2',
      '1 run handle=3',
      `1 switch to=1 text=<Greenlet "Greenlet-0": nap>`,
      '1 resume task=1',
      '1 done future=1 outcome=result',
    ]);
  });

  it('begins a step where main is told that nobody will come', () => {
    const trace = recorded(() => new gevent.Event().wait());
    const error = 'LoopExit: This operation would block forever\n\tmain waits for Event';
    expect(told(trace).slice(2)).to.deep.equal([
      '0 suspend task=1 label=Event future=2 primitive=1',
      '0 switch from=1',
      `0 switch to=1 error=${error} step=true`,
      `0 resume task=1 error=${error}`,
      '0 done future=1 outcome=exception',
    ]);
  });

  it('tells who stands in line for what', () => {
    const replay = new Replay(
      recorded(() => {
        const queue = new gevent.Queue<number>();
        gevent.spawn(() => queue.get());
        gevent.sleep(1);
        queue.put(1);
        gevent.sleep(1);
      }),
    );
    const lines = Array.from({ length: replay.lastStep + 1 }, (_, step) =>
      [...replay.seek(step).primitives.values()].map(({ kind, waiters }) => [kind, waiters.map(({ task }) => task)]),
    );
    expect(lines).to.deep.equal([[], [['Queue', [2]]], [['Queue', [2]]], [['Queue', []]], [['Queue', []]]]);
  });
});
