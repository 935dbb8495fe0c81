import { expect } from 'chai';
import { type Clock, EventLoop, sleep } from '../../lib';
import { thrownBy } from '../support';

describe('A clock of the user’s own', () => {
  it('need only tell the time and advance', () => {
    let now = 5;
    const clock: Clock = {
      time: () => now,
      advance: (seconds) => {
        now += seconds;
      },
    };
    const loop = new EventLoop({ clock });
    loop.runUntilComplete(sleep(0.3));
    expect(loop.time()).to.equal(5.3);
  });

  it('that stands still when it is to advance is an error, and no endless loop', () => {
    const loop = new EventLoop({ clock: { time: () => 1, advance: () => {} } });
    const error = thrownBy(() => loop.runUntilComplete(sleep(2)));
    expect(`${error.name}: ${error.message}`).to.equal(
      'RuntimeError: the clock stands still at 1: it was to go on to 3',
    );
  });

  it('is refused at once when it is none', () => {
    const error = thrownBy(() => new EventLoop({ clock: {} as Clock }));
    expect(`${error.name}: ${error.message}`).to.equal('TypeError: a clock has time() and advance(seconds), got {}');
  });
});
