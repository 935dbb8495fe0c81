import { expect } from 'chai';
import { gevent, type RawGreenlet } from '../../../lib';
import { is, type Same } from '../../same-type';
import { Log, onNewLoops } from '../support';

describe('gevent.spawn', () => {
  onNewLoops();

  it('begins nothing before main waits', () => {
    const log = new Log();
    gevent.spawn(() => log.note('greenlet'));
    log.note('main');
    gevent.sleep(0);
    expect(log.entries).to.deep.equal(['main@0', 'greenlet@0']);
  });

  it('calls the function without a `this`, so that a method that is not bound is told of', () => {
    class Server {
      private readonly name = 'server';

      serve(): string {
        return this.name;
      }
    }
    const server = new Server();
    expect(gevent.spawn(() => server.serve()).get()).to.equal('server');
    expect(() => gevent.spawn(server.serve).get()).to.throw(TypeError, "reading 'name'");
  });

  it('knows by its type what the function gives, and what it is to be called with', () => {
    const repeat = gevent.spawn((text: string, times: number) => text.repeat(times), 'ab', 2);
    const text: string = repeat.get();
    const doubled = gevent.spawn(async (n: number) => n * 2, 4);
    is<Same<typeof doubled, gevent.Greenlet<number>>>();
    expect([text, doubled.get()]).to.deep.equal(['abab', 8]);
  });

  it('on a class that extends Greenlet makes one of that class', () => {
    class Waiter extends gevent.Greenlet<string> {
      constructor(readonly who: string) {
        super();
      }

      override *_run() {
        yield* gevent.sleep(1);
        return this.who;
      }
    }
    const waiters: Waiter[] = [Waiter.spawn('ann'), Waiter.spawnLater(2, 'bob')];
    expect(waiters.map((each) => each.get())).to.deep.equal(['ann', 'bob']);
  });

  it('on Greenlet itself is what it is on gevent', () => {
    const made = gevent.Greenlet.spawn((n: number) => n + 1, 1);
    is<Same<typeof made, gevent.Greenlet<number>>>();
    expect([made.get(), made.args]).to.deep.equal([2, [1]]);
  });
});

describe('gevent.spawnRaw', () => {
  const printed = onNewLoops();

  it('runs a greenlet that is nothing but one: its parent is the hub, which prints what it throws', () => {
    const raw: RawGreenlet = gevent.spawnRaw((text: string) => {
      throw new Error(text);
    }, 'no');
    gevent.sleep(0);
    expect(raw).not.to.be.instanceOf(gevent.Greenlet);
    expect([raw.dead, raw.parent === gevent.getHub()]).to.deep.equal([true, true]);
    expect(printed).to.deep.equal(['spawnRaw failed with Error']);
  });
});
