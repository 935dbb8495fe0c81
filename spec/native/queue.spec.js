// In plain JavaScript: the async functions here are V8's own.

const { expect } = require('chai');
const {
  coroutine,
  createTask,
  currentTask,
  EventLoop,
  getRunningLoop,
  run,
  sleep,
  SystemExit,
  TaskGroup,
  asyncWith,
} = require('../../lib');
const { collectReports, keepRejectionsFromMocha, Log, thrownBy } = require('../support');

describe('The queue of jobs', () => {
  let loop;
  let log;

  keepRejectionsFromMocha();
  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  /** Run an async function on the loop. */
  const play = (main) => loop.runUntilComplete(coroutine(main)());
  const makeGate = () => {
    let open;
    const gate = new Promise((resolve) => {
      open = resolve;
    });
    return { gate, open };
  };

  it('is run after each handle: code goes on in the handle of the callback that lets it', () => {
    const { gate, open } = makeGate();
    play(async () => {
      getRunningLoop().callSoon(() => {
        log.note('opens');
        open();
      });
      getRunningLoop().callSoon(() => log.note('next handle'));
      await gate;
      log.note(`main of ${currentTask() !== undefined}`);
    });
    expect(log.entries).to.deep.equal(['opens@0', 'main of true@0', 'next handle@0']);
  });

  it('is run where there are only generators, too, as these may call a native function', () => {
    const slow = async (name) => {
      await sleep(1);
      log.note(name);
    };
    function* main() {
      loop.callSoon(() => void slow('from a callback'));
      slow('from a generator');
      yield* sleep(2);
    }
    loop.runUntilComplete(main());
    expect(log.entries.sort()).to.deep.equal(['from a callback@1', 'from a generator@1']);
  });

  it('is run so for a call that nobody was given, and that awaits none of this library', () => {
    const { gate, open } = makeGate();
    loop.callSoon(() => void (async () => log.note(await gate))());
    loop.callLater(1, open, 'opened');
    loop.runUntilComplete(sleep(2));
    expect(log.entries).to.deep.equal(['opened@1']);
  });

  it('is not run after the handles of a loop without native code, though another was closed with such a task pending', () => {
    collectReports(loop);
    play(async () => void createTask(coroutine(async () => await sleep(9))()));
    loop.close();
    const drain = process._tickCallback;
    let countDrains = 0;
    process._tickCallback = () => {
      countDrains += 1;
      drain();
    };
    try {
      new EventLoop().runUntilComplete(sleep(1));
    } finally {
      process._tickCallback = drain;
    }
    expect(countDrains).to.equal(0);
  });

  it('is run when the loop runs again', () => {
    const { gate, open } = makeGate();
    const task = loop.createTask(coroutine(async () => `got ${await gate}`)());
    loop.runUntilComplete(sleep(1));
    open('it');
    expect(loop.runUntilComplete(task)).to.equal('got it');
  });

  it('may throw a request to leave the program: out of the loop, and not into the code that was resumed', () => {
    const leave = async () => {
      throw new SystemExit(3);
    };
    const main = async () => {
      leave();
      try {
        await sleep(1);
      } finally {
        log.note('cleaned up');
      }
    };
    const error = thrownBy(() => run(coroutine(main)(), { loopFactory: () => loop }));
    expect([error.code, log.entries]).to.deep.equal([3, ['cleaned up@0']]);
  });

  it('has each of many things that are awaited at once go on alone', () => {
    let turns = 0;
    const slow = async (n) => {
      await sleep(n);
      turns += 1;
    };
    play(() => Promise.all(Array.from({ length: 200 }, (_, i) => slow(i + 1))));
    expect([turns, loop.time()]).to.deep.equal([200, 200]);
  });

  it('leaves no complaint of a coroutine that was awaited in vain', () => {
    const reports = collectReports(loop);
    const error = thrownBy(() =>
      play(() =>
        asyncWith(new TaskGroup(), async (group) => {
          group.createTask((async () => await sleep(5))());
          throw new Error('mine');
        }),
      ),
    );
    loop.close();
    expect([error.errors[0].message, reports]).to.deep.equal(['mine', []]);
  });

  it('is in the midst of a step of the task that goes on, for who watches', () => {
    const events = [];
    const { gate, open } = makeGate();
    loop.observer = new Proxy(
      {},
      {
        get: (_, name) => (subject) =>
          /^(step|handle)(Begun|Ended)$/.test(name) && events.push(`${name} ${subject.getName?.() ?? ''}`.trim()),
      },
    );
    const waiter = coroutine(async () => await gate);
    play(async () => {
      const task = createTask(waiter(), { name: 'waiter' });
      await sleep(1);
      loop.callSoon(open);
      await task;
    });
    const opening = events.lastIndexOf('handleBegun', events.indexOf('stepBegun waiter', 8));
    const within = events.slice(opening, events.indexOf('handleEnded', opening) + 1);
    expect([...new Set(within)]).to.deep.equal(['handleBegun', 'stepBegun waiter', 'stepEnded waiter', 'handleEnded']);
  });
});
