import { expect } from 'chai';
import { type DoneCallback, EventLoop, Future, Queue, StepLimitReached, sleep, Task } from '../../../lib';
import type { EventOf, EventType } from '../../../lib/trace/event-type';
import { Recorder } from '../../../lib/trace/record/recorder';
import type { TraceEvent } from '../../../lib/trace/trace-event';
import { thrownBy } from '../../support';
import { eventText } from './event-text';

describe('A recorder', () => {
  let loop: EventLoop;
  let recorder: Recorder;

  beforeEach(() => {
    loop = new EventLoop();
    recorder = new Recorder();
    loop.observer = recorder.watch(loop);
  });

  /** Run `main` as the task `main`, and give the events of `type`. */
  function recorded<T extends EventType>(type: T, main: () => PromiseLike<unknown>): EventOf<T>[] {
    loop.runUntilComplete(loop.createTask(main(), { name: 'main' }));
    return events(type);
  }

  function events<T extends EventType>(type: T): EventOf<T>[] {
    return recorder.events.filter((event: TraceEvent): event is EventOf<T> => event.type === type);
  }

  it('writes down all that happens: its number, its time, and what caused it', () => {
    loop.runUntilComplete(loop.createTask(sleep(1), { name: 'main' }));
    expect(recorder.events.map(eventText)).to.deep.equal([
      '1@0 task task=1 name=main coroutine=sleep <- 0',
      '2@0 schedule handle=1 label=step of main task=1 <- 0',
      '3@0 iteration count=1 <- 0',
      '4@0 run handle=1 <- 2',
      '5@0 resume task=1 <- 4',
      '6@0 schedule handle=2 label=setResultUnlessCancelled() when=1 <- 5',
      '7@0 suspend task=1 future=2 label=Future, set at 1s <- 5',
      '8@1 advance from=0 <- 0',
      '9@1 due handle=2 <- 6',
      '10@1 iteration count=1 <- 0',
      '11@1 run handle=2 <- 9',
      '12@1 done future=2 outcome=result <- 11',
      '13@1 wake task=1 future=2 <- 12',
      '14@1 schedule handle=3 label=step of main task=1 <- 13',
      '15@1 iteration count=1 <- 0',
      '16@1 run handle=3 <- 14',
      '17@1 resume task=1 <- 16',
      '18@1 done future=1 outcome=result <- 17',
      '19@1 schedule handle=4 label=runUntilCompleteCallback() <- 18',
      '20@1 iteration count=1 <- 0',
      '21@1 run handle=4 <- 19',
    ]);
  });

  it('counts the handles that are run', () => {
    loop.runUntilComplete(sleep(1));
    expect(recorder.steps).to.equal(4);
  });

  it('leaves out that a timer is cancelled which was run before', () => {
    expect(recorded('cancelHandle', async () => await sleep(1))).to.deep.equal([]);
  });

  it('leaves out that a timer is due which was cancelled', () => {
    for (const delay of [1, 2, 2]) loop.callLater(delay, () => {});
    loop.callLater(2, () => {}).cancel();
    loop.callLater(3, () => loop.stop());
    loop.runForever();
    expect(events('due').map(({ handle }) => handle)).to.deep.equal([1, 2, 3, 5]);
  });

  it('has null for a deadline that never comes', () => {
    loop.callAt(Infinity, () => {});
    expect(events('schedule')[0]?.when).to.equal(null);
  });

  it('says who made a task', () => {
    const [, child] = recorded('task', async () => await loop.createTask(sleep(0)));
    expect(child?.parent).to.equal(1);
  });

  it('says who asked a task to end, and what with', () => {
    const child = loop.createTask(sleep(9), { name: 'child' });
    const [cancel] = recorded('cancel', async () => void child.cancel('enough'));
    expect(eventText(cancel as TraceEvent)).to.match(/^\d+@0 cancel task=1 message=enough <- \d+$/);
    expect(recorder.events[(cancel?.cause ?? 0) - 1]).to.deep.include({ type: 'resume', task: 2 });
  });

  it('says in whose line a task waits, and what is in it', () => {
    const queue = new Queue<string>(1);
    loop.callLater(1, () => queue.putNowait('job'));
    recorded('suspend', async () => await queue.get());
    expect(events('suspend')[0]).to.deep.include({ label: 'Queue', primitive: 1, future: 2 });
    expect(events('primitive').map(({ items, size }) => ({ items, size }))).to.deep.equal([
      { items: [], size: 0 },
      { items: ["'job'"], size: 1 },
      { items: [], size: 0 },
    ]);
  });

  it('says of a task what name it has, and which it is given', () => {
    const task = loop.createTask(sleep(0), { name: 'old' });
    task.setName('new');
    expect([events('task')[0]?.name, events('rename')[0]?.name]).to.deep.equal(['old', 'new']);
  });

  it("follows tasks of a class of the program's", () => {
    class Worker extends Task<unknown> {}
    loop.setTaskFactory((each, coro, options) => new Worker(coro, { ...options, loop: each }) as never);
    recorded('task', async () => await sleep(1));
    expect(events('suspend')).to.have.length(1);
    expect(events('wake')).to.have.length(1);
  });

  it("does not see a task woken by a future of a class of the program's, which calls back by itself", () => {
    class Reply extends Future {
      override addDoneCallback(callback: DoneCallback): void {
        super.addDoneCallback(callback);
      }
    }
    const reply = new Reply(loop);
    loop.callLater(1, () => reply.setResult('yes'));
    recorded('wake', async () => await reply);
    expect([events('wake'), events('suspend')[0]?.label]).to.deep.equal([[], 'Reply']);
    expect(events('schedule').map(({ label }) => label)).to.include('Task.task_wakeup()');
  });

  it('does not go on when more steps are taken than are allowed', () => {
    const told: string[] = [];
    const limited = new Recorder({ limit: 3, onLimit: () => told.push('limit') });
    loop.observer = limited.watch(loop);
    const error = thrownBy(() => loop.runUntilComplete(sleep(1)));
    expect(error).to.be.an.instanceOf(StepLimitReached);
    expect([error.message, limited.steps, told]).to.deep.equal([
      'the program took 3 steps, and would go on',
      3,
      ['limit'],
    ]);
  });

  describe('of what the program writes', () => {
    it('knows what it was doing', () => {
      const [output] = recorded('output', async () => recorder.wrote('out', 'hello\n'));
      expect(output).to.deep.include({ stream: 'out', text: 'hello\n' });
      expect(recorder.events[(output?.cause ?? 0) - 1]?.type).to.equal('resume');
    });

    it('knows when that was, if time passed in the same step', () => {
      const [output] = recorded('output', async () => {
        loop.clock.advance(2);
        recorder.wrote('out', 'late\n');
      });
      expect(output?.time).to.equal(2);
    });

    it('writes down what comes before there is a loop', () => {
      const early = new Recorder();
      early.wrote('err', 'warning\n');
      expect(early.events.map(eventText)).to.deep.equal(['1@0 output stream=err text=warning\n <- 0']);
    });
  });

  it('ends with how the program ended', () => {
    loop.runUntilComplete(sleep(1));
    recorder.end('error', 'Error: no');
    expect(recorder.events.map(eventText).at(-1)).to.equal('22@1 end outcome=error text=Error: no <- 0');
  });
});
