// In plain JavaScript: the async functions here are V8's own.

const { expect } = require('chai');
const { coroutine, EventLoop, run, sleep } = require('../../lib');
const { collectReports, keepRejectionsFromMocha, Log } = require('../support');

describe('A native call that nobody awaits', () => {
  let loop;
  let log;
  let reports;

  keepRejectionsFromMocha();
  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    reports = collectReports(loop);
  });

  /** Run an async function on the loop. */
  const play = (main) => loop.runUntilComplete(coroutine(main)());
  const fail = async (delay) => {
    await sleep(delay);
    throw new Error('mine');
  };
  const told = () => reports.map(({ message, exception }) => [message, exception.message]);

  it('and fails, does not end the program: the exception handler is told when the loop is closed', () => {
    play(async () => {
      fail(1);
      await sleep(2);
      log.note('main');
    });
    expect([log.entries, reports]).to.deep.equal([['main@2'], []]);
    loop.close();
    expect(told()).to.deep.equal([['exception of a native async call was never retrieved', 'mine']]);
  });

  it('before it fails, may be awaited later', () => {
    play(async () => {
      const call = fail(1);
      await sleep(2);
      try {
        await call;
      } catch (error) {
        log.note(error.message);
      }
    });
    loop.close();
    expect([log.entries, reports]).to.deep.equal([['mine@2'], []]);
  });

  it('may be cancelled, and nobody is told', () => {
    const slow = async () => {
      try {
        await sleep(9);
      } finally {
        log.note('cancelled');
      }
    };
    const main = coroutine(async () => {
      slow();
      await sleep(1);
    });
    run(main(), { loopFactory: () => loop });
    expect([log.entries, reports]).to.deep.equal([['cancelled@1'], []]);
  });
});
