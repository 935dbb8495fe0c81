import { expect } from 'chai';
import {
  blocking,
  createTask,
  EventLoop,
  gather,
  iscoroutinefunction,
  RuntimeError,
  sleep,
  toThread,
  ValueError,
} from '../../lib';
import { jobOf, secondsOf } from '../../lib/thread/blocking';
import { loggedBy } from '../loop/captured-log';
import { Log } from '../support';

describe('blocking', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  describe('called in the loop', () => {
    it('takes its seconds, then does what the function does, and gives what it gives', () => {
      const read = blocking(2, (name: string) => {
        log.note(`read ${name}`);
        return `text of ${name}`;
      });
      const main = async () => {
        log.note('before');
        log.note(read('a.txt'));
      };
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['before@0', 'read a.txt@2', 'text of a.txt@2']);
    });

    it('stops the world: who sleeps meanwhile wakes late, by as much', () => {
      const ticker = async () => {
        for (let n = 1; n <= 3; n++) {
          await sleep(1);
          log.note(`tick ${n}`);
        }
      };
      const main = async () => {
        createTask(ticker());
        await sleep(0.5);
        blocking(10, () => log.note('read'))();
        await sleep(5);
      };
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['read@10.5', 'tick 1@10.5', 'tick 2@11.5', 'tick 3@12.5']);
    });

    it('has several come one after another, though they were gathered', () => {
      const hello = async (n: number) => {
        log.note(`hello ${n}`);
        blocking(n, () => {})();
        log.note(`goodbye ${n}`);
      };
      const main = async () => await gather([hello(1), hello(2)]);
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['hello 1@0', 'goodbye 1@1', 'hello 2@1', 'goodbye 2@3']);
    });

    it('blocks a callback just so', () => {
      loop.callSoon(blocking(3, () => log.note('callback')));
      loop.callLater(1, () => log.note('timer'));
      loop.runUntilComplete(sleep(1));
      expect(log.entries).to.deep.equal(['callback@3', 'timer@3']);
    });

    it('throws what the function throws, when the time has passed', () => {
      const broken = blocking(2, () => {
        throw new RangeError('broken');
      });
      const main = function* () {
        broken();
      };
      expect(() => loop.runUntilComplete(main())).to.throw(RangeError, 'broken');
      expect(loop.time()).to.equal(2);
    });

    it('is seen in debug mode, as a slow callback', () => {
      const debugged = new EventLoop({ debug: true });
      const main = async () => blocking(2, () => {})();
      const [text = '', ...more] = loggedBy(() => debugged.runUntilComplete(main()));
      expect([/^Executing .* took 2\.000 seconds$/.test(text), more]).to.deep.equal([true, []]);
    });
  });

  it('can tell the seconds of the arguments', () => {
    const send = blocking(
      (text: string) => text.length,
      (text: string) => text.toUpperCase(),
    );
    const main = async () => [send('four'), loop.time()];
    expect(loop.runUntilComplete(main())).to.deep.equal(['FOUR', 4]);
  });

  it('that takes no time only calls the function', () => {
    const main = async () => [blocking(0, () => 'done')(), loop.time()];
    expect(loop.runUntilComplete(main())).to.deep.equal(['done', 0]);
  });

  it('calls another: the times add up', () => {
    const inner = blocking(1, () => 'inner');
    const outer = blocking(2, () => `outer ${inner()}`);
    const main = async () => [outer(), loop.time()];
    expect(loop.runUntilComplete(main())).to.deep.equal(['outer inner', 3]);
  });

  it('needs a running loop, whose time it is that passes', () => {
    expect(() => blocking(1, () => {})()).to.throw(RuntimeError, 'no running event loop');
  });

  it('refuses what is no function', () => {
    expect(() => blocking(1, 5 as never)).to.throw(TypeError, 'a function was expected, got number');
  });

  it('refuses seconds that are no number, negative, or without end', () => {
    for (const [seconds, shown] of [
      ['1', "'1'"],
      [-1, '-1'],
      [Number.NaN, 'NaN'],
      [Infinity, 'Infinity'],
    ] as const) {
      const text = `a blocking call takes a finite number of seconds, not below 0; got ${shown}`;
      expect(() => blocking(seconds as never, () => {})).to.throw(ValueError, text);
    }
  });

  it('refuses such seconds when it is called, where they depend on the arguments', () => {
    const wait = blocking(
      (seconds: number) => seconds,
      () => log.note('called'),
    );
    const main = async () => wait(-1);
    expect(() => loop.runUntilComplete(main())).to.throw(ValueError, 'not below 0; got -1');
    expect(log.entries).to.deep.equal([]);
  });

  it('keeps the name of the function, and makes no coroutine function of it', () => {
    const read = blocking(1, function readFile() {});
    expect([read.name, iscoroutinefunction(read)]).to.deep.equal(['readFile', false]);
  });

  it('knows of each function what it was made of: of any other, that it takes no time', () => {
    const func = () => {};
    const read = blocking((n: number) => 2 * n, func);
    expect([jobOf(read).func, secondsOf(jobOf(read), [3])]).to.deep.equal([func, 6]);
    expect([jobOf(func).func, secondsOf(jobOf(func), [])]).to.deep.equal([func, 0]);
  });

  it('called by a loop that a thread runs takes the time of that loop', () => {
    const inner = new EventLoop();
    const wait = async () => blocking(2, () => inner.time())();
    const main = async () => [await toThread(() => inner.runUntilComplete(wait())), loop.time()];
    expect(loop.runUntilComplete(main())).to.deep.equal([2, 0]);
  });

  it('called by a thread takes the time of the thread, and the world goes on', () => {
    const read = blocking(2, () => 'text');
    const main = async () => {
      loop.callLater(1, () => log.note('meanwhile'));
      log.note(await toThread(() => `${read()} and ${read()}`));
    };
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['meanwhile@1', 'text and text@4']);
  });
});
