import { expect } from 'chai';
import {
  asyncWith,
  coroutine,
  createTask,
  Event,
  getRunningLoop,
  Lock,
  sleep,
  timeout,
  ValueError,
} from '../../../lib';
import type { Moment } from '../../../lib/cli/step/moment';
import { tell } from '../../../lib/cli/step/telling';
import { Timeline } from '../../../lib/cli/step/timeline';
import type { TraceEvent } from '../../../lib/trace/trace-event';
import { greenletTrace, pingPong } from '../../trace/greenlet-trace';
import { sending } from '../../trace/packets';
import { recordedTrace } from '../../trace/recorded-trace';
import { unlucky } from './programs';
import { recorded } from './recorded';

describe('What is told of a step', () => {
  const toldAt = (moment: Moment): string[] => moment.events.flatMap((event) => tell(event, moment)?.[0] ?? []);
  const told = (main: () => Generator, step: number): string[] =>
    toldAt(new Timeline(recorded('', coroutine(main))).at(step));

  it('is what ran, and what it did', () => {
    const main = function* main() {
      createTask(sleep(1), { name: 'child' }).setName('sleeper');
      getRunningLoop().callSoon(function later() {});
      yield* sleep(0);
    };
    expect(told(main, 1)).to.deep.equal([
      'main began',
      'made child: sleep',
      'child is now called sleeper',
      'scheduled later()',
      'gave way to others',
    ]);
  });

  it('is who switched to whom, and what a packet is', () => {
    const timelines = [greenletTrace(pingPong), recordedTrace(sending)].map((trace) => new Timeline(trace));
    const all = timelines.map((timeline) => [2, 4].map((step) => toldAt(timeline.at(step))));
    expect(all).to.deep.equal([
      [
        ['ping switches to pong, with 13', 'waits for a switch'],
        ['ping has ended: main goes on, with 15', 'is done', 'the program ended'],
      ],
      [
        ['server began', 'waits for future'],
        [
          'the clock went from 0s to 0.5s',
          'due: data to server:80',
          'ran data to server:80',
          "6 bytes from client:49152 arrive at server:80: b'hello\\n'",
          'woke server',
        ],
      ],
    ]);
  });

  it('is what was acquired, released, and set', () => {
    const main = function* main() {
      const [lock, event] = [new Lock(), new Event()];
      yield* lock.acquire();
      lock.release();
      event.set();
    };
    expect(told(main, 1).slice(0, 4)).to.deep.equal([
      'main began',
      'acquired Lock 1',
      'released Lock 1',
      'Event 2: set',
    ]);
  });

  it('is what a timeout does', () => {
    const main = function* main() {
      yield* asyncWith(timeout(1), () => sleep(5));
    };
    expect(told(main, 1)).to.deep.equal(['main began', 'set a timeout until 1s', 'waits for sleep until 5s']);
    expect(told(main, 2)).to.deep.equal([
      'the clock went from 0s to 1s',
      'due: timeout of main',
      'ran timeout of main',
      'asked main to end',
      'woke main',
    ]);
  });

  it('is by how much the clock went on where that is less than is shown of a time', () => {
    const main = function* main() {
      for (const when of [0.3, 0.1 + 0.2]) getRunningLoop().callAt(when, function due() {});
      yield* sleep(1);
    };
    expect([told(main, 2)[0], told(main, 3)[0]]).to.deep.equal([
      'the clock went from 0s to 0.3s',
      'the clock went on by 6e-17s',
    ]);
  });

  it('is that an error was thrown into a task', () => {
    const main = function* main() {
      yield* createTask(failing(), { name: 'child' });
    };
    const failing = coroutine(function* failing(): Generator {
      throw new ValueError('no good');
    });
    expect(told(main, 2)).to.deep.equal(['child began', 'raised: ValueError: no good', 'woke main']);
    expect(told(main, 3).slice(0, 2)).to.deep.equal([
      'main went on, with an error: ValueError: no good',
      'raised: ValueError: no good',
    ]);
  });

  it('is who was asked to end, and with what message', () => {
    const main = function* main() {
      const child = createTask(sleep(9), { name: 'child' });
      yield* sleep(1);
      child.cancel('enough');
      yield* sleep(1);
    };
    expect(told(main, 4)).to.deep.equal([
      'main went on',
      'asked child to end: enough',
      'woke child',
      'waits for sleep until 2s',
    ]);
  });

  it('is, at the end, what went wrong: deadlock, what was left behind, the error', () => {
    const timeline = new Timeline(unlucky());
    const deadlock = 'nothing is ready and nothing is scheduled, but 1 task is not done:\n';
    const waiting = '  main waits for <asyncio.locks.Event object [unset, waiters:1]> in unluckyMain (app.ts)';
    expect(toldAt(timeline.at(8))).to.deep.equal([
      'patient went on, with its cancellation: CancelledError: too late',
      'is cancelled',
      deadlock + waiting,
      'the loop was closed',
      'main: Task was destroyed but it is pending!',
      'failing: Task exception was never retrieved',
      `the program failed: DeadlockError: ${deadlock}${waiting}`,
    ]);
  });

  describe('of an end', () => {
    const ending = (outcome: 'end' | 'exit' | 'limit', text?: string) => {
      const moment = new Timeline(unlucky()).at(8);
      const event = { n: 1, time: 0, cause: 0, type: 'end', outcome, text } as TraceEvent;
      return tell(event, moment);
    };

    it('is that it came by itself', () => {
      expect(ending('end')).to.deep.equal(['the program ended']);
    });

    it('is that the program wanted it', () => {
      expect(ending('exit', 'exit status 3')).to.deep.equal(['the program ended by process.exit: exit status 3']);
    });

    it('is that the program took more steps than it was allowed', () => {
      expect(ending('limit', 'it took 9 steps')).to.deep.equal(['it took 9 steps', '!']);
    });
  });
});
