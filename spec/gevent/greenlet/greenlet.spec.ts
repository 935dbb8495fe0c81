import { expect } from 'chai';
import { getEventLoop, gevent, sleep, ValueError } from '../../../lib';
import { thrownBy } from '../../support';
import { Log, onNewLoops } from '../support';

describe('gevent.Greenlet', () => {
  const printed = onNewLoops();

  it('runs generator functions, async functions, plain ones, and those that give what can be awaited', () => {
    const greenlets = [
      gevent.spawn(function* (n: number) {
        yield* gevent.sleep(1);
        return n;
      }, 1),
      gevent.spawn(async (n: number) => {
        await gevent.sleep(1);
        return n;
      }, 2),
      gevent.spawn((n: number) => n, 3),
      gevent.spawn((n: number) => gevent.withTimeout(2, () => n), 4),
    ];
    gevent.joinall(greenlets);
    expect(greenlets.map(({ value }) => value)).to.deep.equal([1, 2, 3, 4]);
    expect(getEventLoop().time()).to.equal(1);
  });

  it('runs the method _run of a class that extends it', () => {
    class Adder extends gevent.Greenlet<number> {
      override *_run(a: number, b: number) {
        yield* gevent.sleep(1);
        return a + b;
      }
    }
    const adder = new Adder(undefined, 1, 2);
    adder.start();
    expect(adder.get()).to.equal(3);
  });

  it('refuses to run what is no function', () => {
    expect(() => new gevent.Greenlet(5 as never)).to.throw(TypeError, 'must be callable');
  });

  it('prints an error that it does not catch, by its name and call, and keeps it', () => {
    function fail(text: string) {
      throw new ValueError(text);
    }
    const greenlet = gevent.spawn(fail, 'no');
    greenlet.join();
    expect(printed).to.deep.equal(['<Greenlet "Greenlet-0": fail(\'no\')> failed with ValueError']);
    expect(greenlet.excInfo?.slice(0, 2)).to.deep.equal([ValueError, greenlet.exception]);
  });

  it('prints nothing where it is killed, which is a result', () => {
    const greenlet = gevent.spawn(gevent.sleep, 10);
    gevent.sleep(1);
    greenlet.kill();
    expect(greenlet.value).to.be.instanceOf(gevent.GreenletExit);
    expect(printed).to.deep.equal([]);
  });

  it('takes what kill is to do by position, or by name', () => {
    const [a, b] = [gevent.spawn(gevent.sleep, 10), gevent.spawn(gevent.sleep, 10)];
    gevent.sleep(1);
    a.kill(ValueError, false);
    b.kill({ exception: ValueError, block: false });
    gevent.joinall([a, b]);
    expect([a, b].map(({ exception }) => exception?.name)).to.deep.equal(['ValueError', 'ValueError']);
  });

  it('that another kills without waiting for it need not be awaited', () => {
    const victim = gevent.spawn(gevent.sleep, 10);
    gevent.spawn(function* () {
      yield* gevent.sleep(1);
      victim.kill({ block: false });
      yield* victim.kill({ block: false });
    });
    victim.join();
    expect(getEventLoop().time()).to.equal(1);
  });

  it('may be thrown an error at once, which ends one that has not begun', () => {
    const greenlet = new gevent.Greenlet(() => 0);
    greenlet.throw(ValueError);
    expect([greenlet.dead, greenlet.ready(), greenlet.exception?.name]).to.deep.equal([true, true, 'ValueError']);
  });

  describe("that awaits what is asyncio's", () => {
    it('goes on when that is done, as a task would', () => {
      const log = new Log();
      const loop = getEventLoop();
      const greenlet = gevent.spawn(function* () {
        yield* sleep(1);
        log.note('slept');
        yield* sleep(0);
        return yield* loop.createTask(double(21));
      });
      expect(greenlet.get()).to.equal(42);
      expect(log.entries).to.deep.equal(['slept@1']);
      expect(loop.time()).to.equal(2);
    });

    it('may be killed there, and is not woken by it later', () => {
      const log = new Log();
      const future = getEventLoop().createFuture();
      const greenlet = gevent.spawn(function* () {
        try {
          yield* future;
        } finally {
          yield* gevent.sleep(5);
          log.note('left');
        }
      });
      gevent.sleep(1);
      greenlet.kill({ block: false });
      gevent.sleep(1);
      future.setResult(undefined);
      greenlet.join();
      expect(log.entries).to.deep.equal(['left@6']);
    });

    it('says what it waits for', () => {
      const future = getEventLoop().createFuture();
      const greenlet = gevent.spawn(() => future);
      expect(thrownBy(() => greenlet.join()).message).to.match(/waits for Future$/);
    });

    it('is told of what nobody can wait for', () => {
      const greenlet = gevent.spawn(function* () {
        yield 5;
      });
      expect(thrownBy(() => greenlet.get()).message).to.match(/cannot wait for 5/);
    });
  });
});

function* double(n: number) {
  yield* sleep(1);
  return 2 * n;
}
