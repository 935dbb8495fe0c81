import { expect } from 'chai';
import { gevent } from '../../../lib';
import { onNewLoops } from '../support';

describe('What others see of a greenlet of gevent', () => {
  onNewLoops();

  it('is a name by the order in which it was made, or one that it was given', () => {
    const greenlets = [1, 2, 3].map(() => gevent.spawn(() => 0));
    (greenlets[1] as gevent.Greenlet).name = 'ann';
    expect(greenlets.map(({ name }) => name)).to.deep.equal(['Greenlet-0', 'ann', 'Greenlet-2']);
    expect(greenlets.map(({ minimalIdent }) => minimalIdent)).to.deep.equal([0, 1, 2]);
  });

  it('is what it runs, and with what', () => {
    function work() {}
    expect(String(gevent.spawn(work as (...args: unknown[]) => void, 'a', 2))).to.equal(
      '<Greenlet "Greenlet-0": work(\'a\', 2)>',
    );
  });

  it('is what it waits for, while it does', () => {
    const event = new gevent.Event();
    const waiting = gevent.spawn(() => event.wait());
    const sleeping = gevent.spawn(gevent.sleep, 2);
    const joining = gevent.spawn(() => sleeping.join());
    gevent.sleep(1);
    expect([waiting, sleeping, joining].map((each) => each.waitsFor()?.label)).to.deep.equal([
      'Event',
      'sleep until 2s',
      'Greenlet-1',
    ]);
    expect(waiting.waitsFor()?.primitive).to.equal(event);
    joining.join();
    expect(joining.waitsFor()).to.equal(undefined);
  });

  it('is a Timeout to whoever does not wait long enough for its result', () => {
    const greenlet = gevent.spawn(gevent.sleep, 10);
    expect(() => greenlet.get({ timeout: 1 })).to.throw(gevent.Timeout, '1 second');
    expect(() => greenlet.get({ block: false })).to.throw(gevent.Timeout);
  });

  it('is told to those linked once, and not to those taken out', () => {
    const told: string[] = [];
    const [a, b, c] = ['a', 'b', 'c'].map((name) => () => void told.push(name));
    const greenlet = gevent.spawn(() => 0);
    for (const link of [a, b, c]) greenlet.rawlink(link as () => void);
    greenlet.unlink(b);
    expect(greenlet.hasLinks()).to.equal(true);
    gevent.sleep(0);
    gevent.sleep(0);
    expect(told).to.deep.equal(['a', 'c']);
    greenlet.rawlink(a as () => void);
    greenlet.unlinkAll();
    gevent.sleep(0);
    expect(told).to.deep.equal(['a', 'c']);
  });
});
