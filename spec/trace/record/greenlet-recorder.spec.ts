import { expect } from 'chai';
import {
  EventLoop,
  GreenletExit,
  getcurrent,
  greenlet,
  Lock,
  RawGreenlet,
  StepLimitReached,
  sleep,
} from '../../../lib';
import { observeGreenlets } from '../../../lib/greenlet/greenlet-observer';
import type { Host } from '../../../lib/trace/host';
import { Recorder } from '../../../lib/trace/record/recorder';
import { thrownBy } from '../../support';
import { greenletEvents, greenletTrace, pingPong } from '../greenlet-trace';
import { placingHost } from '../recorded-trace';
import { eventText } from './event-text';

/** Of each event of `type`, what it says. */
function said(type: string, main: (recorder: Recorder) => unknown, host?: Host): string[] {
  const lines = greenletEvents(main, host && { host }).filter((line) => line.split(' ')[1] === type);
  return lines.map((line) => line.replace(/^\S+ \S+ | <- \d+$/g, ''));
}

describe('A recorder that watches greenlets', () => {
  it('writes down what each does, as of a task, and between two of them the switch', () => {
    expect(greenletEvents(pingPong)).to.deep.equal([
      '1@0 task task=1 name=main coroutine=<module> kind=greenlet <- 0',
      '2@0 resume task=1 <- 0',
      '3@0 task task=2 name=ping coroutine=ping kind=greenlet parent=1 <- 2',
      '4@0 task task=3 name=pong coroutine=pong kind=greenlet parent=1 <- 2',
      '5@0 suspend task=1 <- 2',
      '6@0 switch from=1 to=2 text=12 step=true <- 2',
      '7@0 resume task=2 <- 6',
      '8@0 suspend task=2 <- 7',
      '9@0 switch from=2 to=3 text=13 step=true <- 7',
      '10@0 resume task=3 <- 9',
      '11@0 suspend task=3 <- 10',
      '12@0 switch from=3 to=2 text=14 step=true <- 10',
      '13@0 resume task=2 <- 12',
      '14@0 done future=2 outcome=result text=15 <- 13',
      '15@0 switch from=2 to=1 text=15 step=true <- 13',
      '16@0 resume task=1 <- 15',
      '17@0 done future=1 outcome=result <- 16',
    ]);
  });

  it('says which error is thrown where', () => {
    const main = () => {
      const worker = greenlet(function* worker() {
        yield* getcurrent().parent.switch();
      });
      worker.switch();
      worker.throw(new RangeError('too far'));
    };
    expect([said('switch', main).slice(2), said('done', main)]).to.deep.equal([
      ['from=1 to=2 error=RangeError: too far step=true', 'from=2 to=1 error=RangeError: too far step=true'],
      ['future=2 outcome=exception text=RangeError: too far', 'future=1 outcome=exception'],
    ]);
  });

  it('says of one that is told to end, and does, that it was cancelled', () => {
    const main = () => greenlet(function* idle() {}).throw(GreenletExit);
    expect(said('done', main)[0]).to.equal('future=2 outcome=cancelled');
  });

  it('numbers those that run the same function, and begins anew in each run', () => {
    const main = () => {
      for (let i = 0; i < 3; i++) greenlet(function* worker() {});
    };
    const names = () => said('task', main).map((line) => /name=(\S+)/.exec(line)?.[1]);
    expect([names(), names()]).to.deep.equal(Array(2).fill(['main', 'worker', 'worker-2', 'worker-3']));
  });

  it('introduces one that was made before', () => {
    const early = greenlet(function* early() {});
    expect(said('task', () => early.switch()).at(-1)).to.equal(
      'task=2 name=early coroutine=early kind=greenlet parent=1',
    );
  });

  it('tells where each is suspended, which main is where it called', () => {
    const chains = greenletTrace(pingPong, { host: placingHost() }).events.flatMap((event) =>
      event.type === 'suspend' ? [event.chain?.map(({ name, line }) => `${name}:${line}`).join()] : [],
    );
    expect(chains).to.deep.equal(['main:1', 'generator:10', 'generator:20']);
  });

  it('tells of one that waits, by the hub, what for, and in whose line it stands', () => {
    class Patient extends RawGreenlet {
      override get kind() {
        return 'gevent';
      }
      get name() {
        return 'Greenlet-0';
      }
    }
    class Hub extends RawGreenlet {
      override get isHub() {
        return true;
      }
      readonly waiting = new Map<object, object>();
    }
    const main = () => {
      const hub = new Hub(function* () {});
      const patient = new Patient(function* () {
        yield* hub.switch();
      });
      hub.waiting.set(patient, { label: 'Lock', primitive: new Lock() });
      patient.switch();
    };
    expect(['task', 'wait', 'suspend'].map((type) => said(type, main).at(-1))).to.deep.equal([
      'task=2 name=Greenlet-0 coroutine=greenlet kind=gevent parent=1',
      'primitive=1 future=3 task=2',
      'task=2 label=Lock future=3 primitive=1',
    ]);
  });

  it('counts switches as steps, and stops at the limit', () => {
    const endless = () => {
      const [one, other] = [0, 1].map(() =>
        greenlet(function* turn(): Generator {
          for (;;) yield* (getcurrent() === one ? other : one)?.switch();
        }),
      );
      one?.switch();
    };
    const { events } = greenletTrace(endless, { limit: 20 });
    const last = events.at(-1);
    expect([events.filter(({ type }) => type === 'switch').length, last && 'text' in last && last.text]).to.deep.equal([
      20,
      'StepLimitReached: the program took 20 steps, and would go on',
    ]);
    expect(thrownBy(() => new Recorder({ limit: 0 }).countStep())).to.be.instanceOf(StepLimitReached);
  });

  describe('while a loop runs', () => {
    /** What is told of switches, and of what tasks do, where a task switches to a greenlet. */
    function toldOnLoop(onLoopsOnly: boolean, before = () => {}): string[] {
      const recorder = new Recorder();
      const outside = observeGreenlets(recorder.watchGreenlets({ onLoopsOnly }));
      const loop = new EventLoop();
      loop.observer = recorder.watch(loop);
      try {
        before();
        loop.runUntilComplete(loop.createTask(switching(), { name: 'task' }));
      } finally {
        observeGreenlets(outside);
      }
      const told = recorder.events.filter(({ type }) => ['task', 'resume', 'suspend', 'switch'].includes(type));
      return told.map((event) => eventText(event).replace(/^\d+@/, ''));
    }

    function* switching() {
      yield* sleep(2);
      greenlet(function* worker() {
        return 'done';
      }).switch();
    }

    it('takes the task for who switches, at its time, and no switch for a step', () => {
      expect(toldOnLoop(false).slice(3)).to.deep.equal([
        '2 resume task=1 <- 16',
        '2 task task=3 name=worker coroutine=worker kind=greenlet parent=1 <- 17',
        '2 switch to=3 <- 17',
        '2 resume task=3 <- 19',
        "2 switch from=3 text='done' <- 20",
      ]);
    });

    it('leaves main out, though it had a life before', () => {
      const before = () => greenlet(function* first() {}).switch();
      expect(toldOnLoop(false, before).filter((line) => line.includes('switch'))).to.deep.equal([
        '0 switch from=1 to=2 step=true <- 2',
        '0 switch from=2 to=1 step=true <- 6',
        '2 switch to=5 <- 26',
        "2 switch from=5 text='done' <- 29",
      ]);
    });

    it('takes handles alone for steps, if it is to, also before', () => {
      const before = () => greenlet(function* first() {}).switch();
      expect(toldOnLoop(true, before).slice(0, 4)).to.deep.equal([
        '0 task task=1 name=first coroutine=first kind=greenlet <- 0',
        '0 switch to=1 <- 0',
        '0 resume task=1 <- 2',
        '0 switch from=1 <- 3',
      ]);
    });
  });
});
