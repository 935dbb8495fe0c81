import { expect } from 'chai';
import { coroutine, createTask, EventLoop, eagerTaskFactory, gather, sleep, wait } from '../../../lib';
import { perfettoOf } from '../../../lib/trace/perfetto/perfetto';
import { greenletTrace, pingPong } from '../greenlet-trace';
import { sending } from '../packets';
import { placingHost, recordedTrace } from '../recorded-trace';
import { type PerfettoPicture, pictureOf } from './perfetto-check';

type Body = Generator<unknown, unknown, unknown>;

const hello = coroutine(function* hello(seconds: number) {
  yield* sleep(seconds);
});

function picture(main: (loop: EventLoop) => Body): PerfettoPicture {
  return pictureOf(perfettoOf(recordedTrace(coroutine(main))));
}

/** The slices of one track. */
function track(slices: readonly string[], name: string): string[] {
  return slices.filter((slice) => slice.startsWith(`${name}: `)).map((slice) => slice.slice(name.length + 2));
}

describe('perfettoOf', () => {
  describe('draws', () => {
    it("a task's life, and in it that it is ready, takes steps, and waits, and for what", () => {
      const { slices } = picture(function* main() {
        yield* createTask(hello(2), { name: 'first' });
      });
      expect(track(slices, 'first')).to.deep.equal([
        'ready [0, 1)',
        'step [1, 2)',
        'waiting for its sleep [2, 2000000)',
        'ready [2000000, 2000001)',
        'step [2000001, 2000002)',
        'hello [0, 2000002)',
      ]);
    });

    it('a greenlet as a task, with its switches', () => {
      const { slices, flows, problems } = pictureOf(perfettoOf(greenletTrace(pingPong)));
      expect([track(slices, 'ping'), flows, problems]).to.deep.equal([
        ['step [1, 2)', 'waiting for a switch [2, 3)', 'step [3, 4)', 'ping [0, 4)'],
        [
          'switches: main: step [0) -> ping: step [1)',
          'switches: ping: step [1) -> pong: step [2)',
          'switches: pong: step [2) -> ping: step [3)',
          'switches: ping: step [3) -> main: step [4)',
        ],
        [],
      ]);
    });

    it('a packet from where it was sent to where it arrives, and one that is lost', () => {
      const { flows, marks, problems } = pictureOf(perfettoOf(recordedTrace(sending)));
      expect([flows.filter((flow) => flow.includes('deliver()')).slice(0, 1), marks, problems]).to.deep.equal([
        ['sends: client: step [2) -> callbacks: deliver() [500000)'],
        [
          "client: client:49152 sends 6 bytes to server:80: b'hello\\n' at 2",
          "client: client:49152 sends 1 byte to server:80: b'!' at 3",
          "client: 1 byte from client:49152 to server:80 is lost: b'!' at 4",
          "callbacks: 6 bytes from client:49152 arrive at server:80: b'hello\\n' at 500000",
        ],
        [],
      ]);
    });

    it('a task that gives way as ready', () => {
      const { slices } = picture(function* main() {
        yield* sleep(0);
      });
      expect(track(slices, 'main')).to.deep.equal([
        'ready [0, 0)',
        'step [0, 1)',
        'ready [1, 1)',
        'step [1, 2)',
        'main [0, 2)',
      ]);
    });

    it('the steps of one instant side by side, a microsecond each', () => {
      const { slices } = picture(function* main() {
        yield* gather([hello(0), hello(0), hello(0)]);
      });
      const steps = slices.filter((slice) => slice.includes(': step')).map((slice) => slice.replace(/.*\[/, '['));
      expect(steps).to.deep.equal(['[0, 1)', '[1, 2)', '[2, 3)', '[3, 4)', '[4, 5)', '[5, 6)', '[6, 7)', '[10, 11)']);
    });

    it('a step that blocks as long as it takes', () => {
      const { slices } = picture(function* main(loop) {
        yield* sleep(1);
        loop.clock.advance(2);
      });
      expect(track(slices, 'main').slice(-2)).to.deep.equal(['step [1000001, 3000001)', 'main [0, 3000001)']);
    });

    it('the first step of an eager task within the step that made it', () => {
      const { slices } = picture(function* main(loop) {
        loop.setTaskFactory(eagerTaskFactory);
        createTask(hello(1), { name: 'first' });
      });
      expect([track(slices, 'first')[0], track(slices, 'main')[1]]).to.deep.equal(['step [0, 1)', 'step [0, 2)']);
    });

    it('a callback that is no step of a task on a track of its own', () => {
      const { slices } = picture(function* main(loop) {
        loop.callLater(1, function ring() {});
        yield* sleep(2);
      });
      expect(track(slices, 'callbacks')).to.include('ring() [1000000, 1000001)');
    });
  });

  describe('has arrows', () => {
    it('from what ended a future to the step that it woke', () => {
      const { flows } = picture(function* main() {
        yield* createTask(hello(1), { name: 'first' });
      });
      expect(flows.filter((flow) => flow.startsWith('wakes'))).to.deep.equal([
        'wakes: callbacks: setResultUnlessCancelled() [1000000) -> first: step [1000001)',
        'wakes: first: step [1000001) -> main: step [1000002)',
      ]);
    });

    it('from a request to end to the step in which it lands', () => {
      const { flows } = picture(function* main() {
        const task = createTask(hello(9), { name: 'first' });
        yield* sleep(1);
        task.cancel();
        yield* wait([task]);
      });
      expect(flows.filter((flow) => flow.startsWith('cancels'))).to.deep.equal([
        'cancels: main: step [1000001) -> first: step [1000003)',
      ]);
    });

    it('from the making of a task to its first step, and from the scheduling of a callback to its run', () => {
      const { flows } = picture(function* main(loop) {
        createTask(hello(0), { name: 'first' });
        loop.callSoon(function ring() {});
        yield* sleep(0);
      });
      expect(flows.slice(0, 2)).to.deep.equal([
        'makes: main: step [0) -> first: step [1)',
        'calls: main: step [0) -> callbacks: ring() [2)',
      ]);
    });
  });

  it('marks what was written, failures, and requests to end', () => {
    const trace = recordedTrace(
      coroutine(function* main(loop) {
        createTask(hello(9), { name: 'first' }).cancel();
        loop.createFuture().setException(new RangeError('no'));
        yield* sleep(0);
        throw new RangeError('never');
      }),
      { afterwards: (_, recorder) => recorder.wrote('out', 'good\nbye\n') },
    );
    expect(pictureOf(perfettoOf(trace)).marks).to.deep.equal([
      'first: asked to end at 0',
      'main: a future failed: RangeError: no at 1',
      'main: main failed: RangeError: never at 4',
      'callbacks: good / bye at 7',
    ]);
  });

  it('has the marks of a step side by side, as of what lies on one point only one is shown', () => {
    const { marks, slices } = pictureOf(
      perfettoOf(
        recordedTrace(
          coroutine(function* main(_loop, recorder) {
            yield* sleep(1);
            for (const text of ['one', 'two', 'three']) recorder.wrote('out', text);
          }),
        ),
      ),
    );
    expect(marks).to.deep.equal(['main: one at 1000001', 'main: two at 1000002', 'main: three at 1000003']);
    expect(track(slices, 'main').at(-2)).to.equal('step [1000001, 1000005)');
  });

  it('marks a deadlock', () => {
    const { marks } = picture(function* main(loop) {
      yield* loop.createFuture();
    });
    expect(marks).to.deep.equal(['callbacks: deadlock at 1']);
  });

  it('lays the time of a later loop after that of the one before', () => {
    const trace = recordedTrace(hello.bind(undefined, 1), {
      afterwards(_, recorder) {
        const loop = new EventLoop();
        loop.observer = recorder.watch(loop);
        loop.runUntilComplete(loop.createTask(hello(1), { name: 'second' }));
      },
    });
    const { slices, problems } = pictureOf(perfettoOf(trace));
    expect([...track(slices, 'second'), ...problems]).to.deep.equal([
      'ready [1000003, 1000003)',
      'step [1000003, 1000004)',
      'waiting for its sleep [1000004, 2000003)',
      'ready [2000003, 2000004)',
      'step [2000004, 2000005)',
      'hello [1000003, 2000005)',
    ]);
  });

  it('counts what is ready, and the timers', () => {
    const { traceEvents } = perfettoOf(
      recordedTrace(
        coroutine(function* main() {
          yield* sleep(1);
        }),
      ),
    );
    const counts = traceEvents
      .filter(({ ph }) => ph === 'C')
      .map(({ name, ts, args }) => `${name}@${ts}: ${args?.value}`);
    expect(counts).to.deep.equal([
      'ready queue@0: 0',
      'timers@0: 1',
      'ready queue@1000000: 1',
      'timers@1000000: 0',
      'ready queue@1000001: 1',
      'ready queue@1000002: 0',
    ]);
  });

  it('names the process for the program, and each track for its task, as it is called last', () => {
    const { traceEvents } = perfettoOf(
      recordedTrace(
        coroutine(function* main() {
          createTask(hello(0), { name: 'first' }).setName('second');
        }),
      ),
    );
    const names = traceEvents.filter(({ name }) => name?.endsWith('_name')).map(({ tid, args }) => [tid, args?.name]);
    expect(names).to.deep.equal([
      [0, 'program.ts'],
      [1, 'callbacks'],
      [2, 'main'],
      [3, 'second'],
    ]);
  });

  it('says beside a slice which event it began with, and where in the program that was', () => {
    const trace = recordedTrace(
      coroutine(function* main() {
        yield* sleep(1);
      }),
      { host: placingHost() },
    );
    const { traceEvents } = perfettoOf(trace);
    const beside = traceEvents
      .filter(({ ph, cat }) => ph === 'B' && cat !== 'ready')
      .map(({ name, args }) => [name, args]);
    expect(beside.slice(0, 3)).to.deep.equal([
      ['main', { event: 1, made: 'main (app.ts:1)' }],
      ['step', { event: 5, thrown: undefined }],
      ['waiting for its sleep', { event: 7, where: 'main (app.ts:10)' }],
    ]);
  });
});
