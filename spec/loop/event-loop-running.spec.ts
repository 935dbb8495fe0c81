import { expect } from 'chai';
import { EventLoop, getRunningLoop, RuntimeError, sleep } from '../../lib';
import { collectReports, thrownBy } from '../support';

/** Every way to have a loop run. */
const RUNS: [string, (loop: EventLoop) => unknown][] = [
  ['runForever', (loop) => loop.runForever()],
  ['runUntilComplete', (loop) => loop.runUntilComplete(sleep(1))],
  ['runOnce', (loop) => loop.runOnce()],
  ['step', (loop) => loop.step()],
];

describe('EventLoop, running', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  /** Whether `loop` says that it runs, and is the running one. */
  function state(): [boolean, boolean] {
    let isRunningLoop = false;
    try {
      isRunningLoop = getRunningLoop() === loop;
    } catch {
      // No loop is running.
    }
    return [loop.isRunning(), isRunningLoop];
  }

  for (const [name, run] of RUNS) {
    describe(name, () => {
      it('makes the loop the running one, and no longer than it runs', () => {
        const states: unknown[] = [];
        loop.callSoon(() => {
          states.push(state());
          loop.stop();
        });
        try {
          run(loop);
        } catch (error) {
          states.push((error as Error).message);
        }
        const stopped = name === 'runUntilComplete' ? ['Event loop stopped before Future completed.'] : [];
        expect([...states, state()]).to.deep.equal([[true, true], ...stopped, [false, false]]);
      });

      it('is refused while the loop is running, which goes on unharmed', () => {
        const seen: unknown[] = [];
        loop.callSoon(() => {
          seen.push(thrownBy(() => run(loop)).message, state());
          loop.callSoon(() => {
            seen.push(state());
            loop.stop();
          });
        });
        loop.runForever();
        expect(seen).to.deep.equal(['This event loop is already running', [true, true], [true, true]]);
      });

      it('is refused while another loop is running, which goes on unharmed', () => {
        const other = new EventLoop();
        const seen: unknown[] = [];
        loop.callSoon(() => {
          seen.push(thrownBy(() => run(other)).message, state(), other.isRunning());
          loop.stop();
        });
        loop.runForever();
        expect(seen).to.deep.equal(['Cannot run the event loop while another loop is running', [true, true], false]);
      });

      it('is refused once the loop is closed', () => {
        loop.close();
        const error = thrownBy(() => run(loop));
        expect(error).to.be.instanceOf(RuntimeError);
        expect([error.message, state()]).to.deep.equal(['Event loop is closed', [false, false]]);
      });
    });
  }

  it('is refused inside another loop first for being closed', () => {
    const closed = new EventLoop();
    closed.close();
    const seen: string[] = [];
    loop.callSoon(() => seen.push(thrownBy(() => closed.runForever()).message));
    loop.runOnce();
    expect(seen).to.deep.equal(['Event loop is closed']);
  });

  it('is refused before the awaitable is looked at', () => {
    loop.close();
    expect(() => loop.runUntilComplete(5 as never)).to.throw(RuntimeError, 'Event loop is closed');
  });

  it('again, from a coroutine, fails there and leaves the outer run as it was', () => {
    const main = async () => {
      const { message } = thrownBy(() => loop.runUntilComplete(sleep(1)));
      await sleep(1);
      return message;
    };
    expect(loop.runUntilComplete(main())).to.equal('This event loop is already running');
    expect(loop.time()).to.equal(1);
  });

  it("in iterations of one's own making, is so in each of them, and not between them", () => {
    const states: unknown[] = [];
    loop.callSoon(() => states.push('called'));
    for (let i = 0; i < 10; i++) {
      loop.callSoon(() => states.push(state()));
      loop.runOnce();
    }
    expect(states).to.deep.equal(['called', ...new Array(10).fill([true, true])]);
    expect(state()).to.deep.equal([false, false]);
  });

  it('reports a nested run that a callback does not catch, and goes on', () => {
    const reports = collectReports(loop);
    loop.callSoon(() => loop.runForever());
    loop.runUntilComplete(sleep(1));
    expect(reports.map(({ exception }) => String(exception))).to.deep.equal([
      'RuntimeError: This event loop is already running',
    ]);
  });

  it('works for one loop after another', () => {
    const other = new EventLoop();
    expect([loop.runUntilComplete(sleep(1, 'a')), other.runUntilComplete(sleep(2, 'b'))]).to.deep.equal(['a', 'b']);
    expect([loop.time(), other.time()]).to.deep.equal([1, 2]);
  });
});
