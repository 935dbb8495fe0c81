const { expect } = require('chai');
const { coroutine, createTask, EventLoop, Lock, sleep } = require('../../../lib');
const { Recorder } = require('../../../lib/trace/record/recorder');
const { LoopState } = require('../../../lib/trace/state/loop-state');

/** A promise of the host's, and what resolves it. */
function deferred() {
  let resolve;
  const promise = new Promise((how) => {
    resolve = how;
  });
  return { promise, resolve };
}

/** Record `main`; give the events, and the state at the end of each step. */
function recorded(main) {
  const loop = new EventLoop();
  const recorder = new Recorder();
  loop.observer = recorder.watch(loop);
  loop.runUntilComplete(main());
  return recorder.events;
}

/** What is told of the task of this name, from `time` on. */
function toldOf(events, name, time) {
  const { task } = events.find((event) => event.type === 'task' && event.name === name);
  const own = events.filter((event) => event.time >= time && event.task === task);
  return own.map(({ type, label }) => [type, label].filter(Boolean).join(' '));
}

/** The state at `time`, once all has happened that happens then. */
function stateAt(events, time) {
  const state = new LoopState();
  for (const event of events) if (event.time <= time) state.apply(event);
  return state;
}

function statusAt(events, time) {
  return [...stateAt(events, time).tasks.values()].slice(1).map(({ name, status }) => `${name} ${status}`);
}

describe('A recorder, of native code that another task lets go on,', () => {
  it('tells of a step, after which the task waits as it did before', () => {
    const events = recorded(
      coroutine(async function main() {
        const [first, second] = [deferred(), deferred()];
        const waits = async () => {
          await first.promise;
          await second.promise;
        };
        createTask(waits(), { name: 'ann' });
        await sleep(1);
        first.resolve();
        await sleep(1);
      }),
    );
    expect(toldOf(events, 'ann', 1)).to.deep.equal(['resume', 'suspend ForeignPromise']);
    expect(statusAt(events, 1)).to.deep.equal(['ann waiting']);
  });

  it('has the other step for the cause of that', () => {
    const events = recorded(
      coroutine(async function main() {
        const { promise, resolve } = deferred();
        createTask(
          (async () => {
            await promise;
            await sleep(1);
          })(),
          { name: 'ann' },
        );
        await sleep(1);
        resolve();
        await sleep(9);
      }),
    );
    const within = events.filter(({ type, cause }) => type === 'resume' && events[cause - 1].type !== 'run');
    expect(within.map(({ task, cause }) => [task, events[cause - 1].type, events[cause - 1].task])).to.deep.equal([
      [2, 'resume', 1],
      [2, 'resume', 1],
    ]);
    expect(toldOf(events, 'ann', 1).slice(0, 6)).to.deep.equal([
      'resume',
      'suspend ForeignPromise',
      'resume',
      'wake',
      'schedule step of ann',
      'resume',
    ]);
  });

  it('leaves the task in the line where it stands', () => {
    const events = recorded(
      coroutine(async function main() {
        const lock = new Lock();
        const { promise, resolve } = deferred();
        const aside = async () => await promise;
        const waits = async () => {
          aside();
          await lock.acquire();
        };
        await lock.acquire();
        createTask(waits(), { name: 'ann' });
        createTask(lock.acquire(), { name: 'bob' });
        await sleep(1);
        resolve();
        await sleep(1);
      }),
    );
    const [lock] = stateAt(events, 1).primitives.values();
    expect(lock.waiters.map(({ task }) => task)).to.deep.equal([2, 3]);
    expect(statusAt(events, 1)).to.deep.equal(['ann waiting', 'bob waiting']);
  });

  it('leaves a task scheduled that was woken before', () => {
    const loop = new EventLoop();
    const recorder = new Recorder();
    loop.observer = recorder.watch(loop);
    const [woken, other] = [loop.createFuture(), deferred()];
    const statuses = [];
    const noteStatus = () => {
      const [, ann] = stateAt(recorder.events, Infinity).tasks.values();
      statuses.push(ann.status);
    };
    const main = coroutine(async function main() {
      const aside = async () => await other.promise;
      const waits = async () => {
        aside();
        await woken;
      };
      const task = createTask(waits(), { name: 'ann' });
      await sleep(1);
      woken.setResult();
      noteStatus();
      other.resolve();
      await sleep(0);
      noteStatus();
      await task;
    });
    const stepped = coroutine(async () => await main());
    loop.runUntilComplete(stepped());
    expect(statuses).to.deep.equal(['scheduled', 'done']);
    expect(toldOf(recorder.events, 'ann', 1)).to.deep.equal([
      'wake',
      'schedule step of ann',
      'resume',
      'suspend',
      'resume',
    ]);
  });

  it('tells of no step of a task that is done, and of which code is left', () => {
    const events = recorded(
      coroutine(async function main() {
        const { promise, resolve } = deferred();
        const task = createTask((async () => await promise)(), { name: 'ann' });
        await sleep(1);
        task.cancel();
        await sleep(1);
        resolve();
        await sleep(1);
      }),
    );
    expect(toldOf(events, 'ann', 2)).to.deep.equal([]);
    expect(statusAt(events, 3)).to.deep.equal(['ann done']);
  });
});
