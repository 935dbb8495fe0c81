import { expect } from 'chai';
import { createTask, EventLoop, getcurrent, greenlet, type RawGreenlet, sleep } from '../../lib';
import { Log, thrownBy } from '../support';

describe('A greenlet in a task', () => {
  const main = getcurrent();
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  afterEach(() => loop.close());

  it("runs inside the task's step, which calls switch plainly: no task comes between", () => {
    const gr = greenlet(function* () {
      for (const n of [1, 2]) {
        log.note(`greenlet ${n}`);
        yield* main.switch();
      }
    });
    loop.runUntilComplete(
      (function* () {
        createTask(noting('other task'));
        gr.switch();
        gr.switch();
        log.note('task');
        yield* sleep(1);
      })(),
    );
    expect(log.entries).to.deep.equal(['greenlet 1@0', 'greenlet 2@0', 'task@0', 'other task@0']);
  });

  it('goes on in whichever task switches to it', () => {
    const gr = greenlet(async (first: string) => {
      for (let asker = first; ; asker = await main.switch(`for ${asker}`)) log.note(asker);
    });
    const ask = function* (name: string, delay: number) {
      yield* sleep(delay);
      log.note(gr.switch(name));
    };
    loop.createTask(ask('ann', 2));
    loop.runUntilComplete(ask('bob', 1));
    loop.runUntilComplete(sleep(5));
    expect(log.entries).to.deep.equal(['bob@1', 'for bob@1', 'ann@2', 'for ann@2']);
  });

  it('fails in the task that switched to it', () => {
    const gr = greenlet(function* () {
      yield* main.switch();
      throw new Error('of the greenlet');
    });
    const task = (function* () {
      gr.switch();
      yield* sleep(1);
      gr.switch();
    })();
    expect(thrownBy(() => loop.runUntilComplete(task)).message).to.equal('of the greenlet');
  });

  it('may run a loop of its own, whose tasks cannot leave it by a switch', () => {
    const other: RawGreenlet = greenlet(function* other() {});
    const host = greenlet(() =>
      loop.runUntilComplete(
        (function* () {
          yield* other.switch();
        })(),
      ),
    );
    expect(thrownBy(() => host.switch()).message).to.equal(`Task got bad yield: <switch to ${other}>`);
  });

  function* noting(text: string) {
    log.note(text);
  }
});
