import { expect } from 'chai';
import { EventLoop, type Handle } from '../../lib';
import { Log } from '../support';
import { loggedBy } from './captured-log';

describe('An exception in a callback', () => {
  let loop: EventLoop;
  let log: Log;
  const error = new RangeError('broken');

  function fail(): void {
    throw error;
  }

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const ways: [method: string, shown: string, schedule: () => Handle][] = [
    ['callSoon', '<Handle fail()>', () => loop.callSoon(fail)],
    ['callLater', '<TimerHandle when=1 fail()>', () => loop.callLater(1, fail)],
  ];
  for (const [method, shown, schedule] of ways) {
    it(`scheduled by ${method} is logged, with its trace, and the loop goes on`, () => {
      schedule();
      const logged = loggedBy(() => loop.runOnce());
      expect(logged).to.deep.equal([`Exception in callback fail()\nhandle: ${shown}\n${error.stack}`]);
      loop.callSoon(() => log.note('next'));
      loop.runOnce();
      expect(log.entries.length).to.equal(1);
    });
  }

  it('goes in debug mode to the handler that is set, with the handle and where that was made; to the log before and after', () => {
    loop.setDebug(true);
    const told: unknown[][] = [];
    const run = (): Handle => {
      const handle = loop.callSoon(fail);
      loop.runOnce();
      return handle;
    };
    const handler = (...args: unknown[]) => told.push(args);
    const before = [loop.getExceptionHandler(), loggedBy(run).length];
    loop.setExceptionHandler(handler);
    expect([before, loop.getExceptionHandler()]).to.deep.equal([[undefined, 1], handler]);
    const handle = run();
    const { sourceTraceback } = handle;
    const report = { message: 'Exception in callback fail()', exception: error, handle, sourceTraceback };
    expect(told).to.deep.equal([[loop, report]]);
    loop.setExceptionHandler(null);
    expect([loggedBy(run).length, told.length]).to.deep.equal([1, 1]);
  });
});
