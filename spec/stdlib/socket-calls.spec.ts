import { expect } from 'chai';
import { gevent, time } from '../../lib';
import { SocketCalls } from '../../lib/stdlib/socket-calls';
import { onNewWorlds, outcomeOf } from './support';

describe('SocketCalls', () => {
  onNewWorlds();
  /** When something comes that makes the socket ready. */
  let comesAt: number;
  let calls: SocketCalls;

  const outside = {
    time: () => time.monotonic(),
    pump(until: number) {
      const comes = comesAt > outside.time() && comesAt <= until;
      const goal = comes ? comesAt : until;
      if (goal < Infinity) time.sleep(goal - outside.time());
      return comes;
    },
  };
  const isReady = (): boolean => outside.time() >= comesAt;

  beforeEach(() => {
    comesAt = Infinity;
    calls = new SocketCalls({}, outside, () => ({ isReadable: isReady, isWritable: () => false }));
  });

  /** Make a call that tries to take something, and notes when. */
  function take(tries: number[]): unknown {
    return calls.make('take', () =>
      calls.attempt({ call: 'take', side: calls.reading }, () => {
        tries.push(outside.time());
        return isReady() ? 'something' : undefined;
      }),
    );
  }

  it('try at once, and wait only where that was in vain', () => {
    const tries: number[] = [];
    comesAt = 0;
    expect([take(tries), tries]).to.deep.equal(['something', [0]]);
  });

  it('try again when it is worth it', () => {
    const tries: number[] = [];
    comesAt = 3;
    expect([take(tries), tries]).to.deep.equal(['something', [0, 3]]);
  });

  it('raise TimeoutError when they have waited too long', () => {
    comesAt = 3;
    calls.timeout = 2;
    expect([outcomeOf(() => take([])), outside.time()]).to.deep.equal(['TimeoutError: timed out', 2]);
  });

  it('raise BlockingIOError when they are not to wait at all', () => {
    comesAt = 3;
    calls.timeout = 0;
    expect([outcomeOf(() => take([])), outside.time()]).to.deep.equal([
      'BlockingIOError: [Errno 11] Resource temporarily unavailable',
      0,
    ]);
  });

  it('are not made once the socket is closed, which happens once', () => {
    expect([calls.close(), calls.close(), calls.closed]).to.deep.equal([true, false, true]);
    expect(outcomeOf(() => take([]))).to.equal('OSError: [Errno 9] Bad file descriptor');
  });

  it('wait as was usual when the socket was made, though gevent has patched it since', () => {
    gevent.spawn(() => expect.fail('the world did not stand still'));
    gevent.monkey.patchAll();
    comesAt = 3;
    expect(outcomeOf(() => take([]))).to.equal('something');
  });
});
