import { expect } from 'chai';
import {
  blocking,
  EventLoop,
  getEventLoop,
  getRunningLoop,
  RuntimeError,
  run,
  SystemExit,
  setEventLoop,
  sleep,
  ThreadPoolExecutor,
  toThread,
} from '../../lib';
import { Log, thrownBy } from '../support';

describe('A worker thread', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
    setEventLoop(loop);
  });

  afterEach(() => setEventLoop(undefined));

  const inThread = <T>(func: () => T): T => loop.runUntilComplete(toThread(func));

  it('has no running loop, and no current one', () => {
    expect(inThread(() => thrownBy(() => getRunningLoop()).message)).to.equal('no running event loop');
    expect(inThread(() => thrownBy(() => getEventLoop()).message)).to.match(
      /^There is no current event loop in thread 'ThreadPoolExecutor-\d+_\d+'\.$/,
    );
  });

  it("leaves the main thread's loops as they are, though it runs a loop of its own and closes it", () => {
    async function inner(): Promise<string> {
      await sleep(3);
      return `inner at ${getRunningLoop().time()}`;
    }
    async function main() {
      const text = await toThread(() => run(inner()));
      return [text, getRunningLoop() === loop];
    }
    expect(loop.runUntilComplete(main())).to.deep.equal(['inner at 3', true]);
    expect(getEventLoop()).to.equal(loop);
  });

  it('may submit a job of its own, in the time of the same loop', () => {
    const log = new Log(loop);
    const pool = new ThreadPoolExecutor();
    const second = blocking(2, () => log.note('second'));
    const first = blocking(1, () => {
      log.note('first');
      pool.submit(second);
    });
    loop.runUntilComplete(
      (function* () {
        yield* loop.runInExecutor(pool, first);
        yield* sleep(5);
      })(),
    );
    expect(log.entries).to.deep.equal(['first@1', 'second@3']);
  });

  it('calls the done-callbacks of its future, and goes on with the next job though one of them throws', () => {
    const log = new Log(loop);
    const pool = new ThreadPoolExecutor(1);
    const first = pool.submit(blocking(1, () => log.note('first')));
    first.addDoneCallback(() => {
      log.note(thrownBy(() => getRunningLoop()).message);
      throw new SystemExit(3);
    });
    pool.submit(blocking(1, () => log.note('second')));
    expect(() => loop.runUntilComplete(sleep(5))).to.throw(SystemExit);
    loop.runUntilComplete(sleep(5));
    expect(log.entries).to.deep.equal(['first@1', 'no running event loop@1', 'second@2']);
  });

  describe('in debug mode', () => {
    beforeEach(() => loop.setDebug(true));

    it('may call callSoonThreadsafe, and nothing else of a running loop that schedules', () => {
      const future = loop.createFuture();
      future.addDoneCallback(() => {});
      const unsafe = [
        () => loop.callSoon(() => {}),
        () => loop.callLater(1, () => {}),
        () => loop.callAt(1, () => {}),
        () => future.setResult(1),
      ];
      const errors = inThread(() => unsafe.map((call) => thrownBy(call)));
      for (const error of errors) {
        expect(error).to.be.an.instanceOf(RuntimeError);
        expect(error.message).to.equal('Non-thread-safe operation invoked on an event loop other than the current one');
      }
      const log = new Log(loop);
      inThread(() => void loop.callSoonThreadsafe(() => log.note('called')));
      expect(log.entries).to.deep.equal(['called@0']);
    });
  });

  describe('running a method', () => {
    it('that was made blocking has its this, where it is called as one', () => {
      const database = {
        rows: 3,
        count: blocking(1, function (this: { rows: number }) {
          return this.rows;
        } as () => number),
      };
      expect(inThread(() => database.count())).to.equal(3);
    });
  });
});
