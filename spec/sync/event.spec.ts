import { expect } from 'chai';
import { asyncWith, CancelledError, Event, EventLoop, type Task } from '../../lib';
import { Log, runBriefly } from '../support';
import { STYLES } from './styles';

describe('Event', () => {
  let loop: EventLoop;
  let log: Log;
  let event: Event;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    event = new Event();
  });

  function waiter(name: string): Task<boolean> {
    function* wait() {
      const result = yield* event.wait();
      log.note(name);
      return result;
    }
    return loop.createTask(wait());
  }

  it('is not set at first, can be set, and cleared', () => {
    const seen = [event.isSet()];
    event.set();
    seen.push(event.isSet());
    event.clear();
    seen.push(event.isSet());
    expect(seen).to.deep.equal([false, true, false]);
  });

  it('that is set gives true to who waits, without giving way', () => {
    event.set();
    const task = waiter('a');
    runBriefly(loop);
    expect([log.entries, task.result()]).to.deep.equal([['a@0'], true]);
  });

  for (const [style, awaiting] of STYLES) {
    it(`lets all ${style} go on that wait, in the order in which they came, behind one to whom it is set`, () => {
      const come = (name: string) =>
        loop.createTask(
          awaiting(
            () => event.wait(),
            (result) => log.note(`${name} ${result}`),
          ),
        ) as Task;
      const [a, b] = [come('a'), come('b')];
      runBriefly(loop);
      expect(log.entries).to.deep.equal([]);
      const c = come('c');
      event.set();
      runBriefly(loop);
      expect(log.entries).to.deep.equal(['c true@0', 'a true@0', 'b true@0']);
      expect([a, b, c].map((task) => [task.done(), task.result()])).to.deep.equal(Array(3).fill([true, undefined]));
    });
  }

  describe('set and cleared at once', () => {
    it('lets those go on who waited, and no others', () => {
      for (const name of ['a', 'b']) waiter(name);
      runBriefly(loop);
      event.set();
      event.clear();
      waiter('late');
      runBriefly(loop, 2);
      expect([...log.entries, event.isSet()]).to.deep.equal(['a@0', 'b@0', false]);
      expect(String(event)).to.equal('<asyncio.locks.Event object [unset, waiters:1]>');
    });

    it('and set twice more, wakes who waited once; he leaves the line when he runs', () => {
      const task = waiter('a');
      runBriefly(loop);
      event.set();
      event.clear();
      expect(event.isSet()).to.equal(false);
      event.set();
      event.set();
      expect([log.entries, String(event)]).to.deep.equal([[], '<asyncio.locks.Event object [set, waiters:1]>']);
      runBriefly(loop);
      expect([log.entries, String(event)]).to.deep.equal([['a@0'], '<asyncio.locks.Event object [set]>']);
      expect(task.result()).to.equal(true);
    });
  });

  describe('where a task that waits is cancelled', () => {
    it('loses it out of the line', () => {
      const task = loop.createTask(event.wait());
      loop.callSoon(() => task.cancel());
      expect(() => loop.runUntilComplete(task)).to.throw(CancelledError);
      expect(String(event)).to.equal('<asyncio.locks.Event object [unset]>');
    });

    it('before the event is set, wakes the others', () => {
      const [a] = [waiter('a'), waiter('b')];
      runBriefly(loop);
      a.cancel();
      event.set();
      runBriefly(loop);
      expect([...log.entries, a.cancelled()]).to.deep.equal(['b@0', true]);
    });

    it('after the event was set, has it cancelled all the same', () => {
      const [a] = [waiter('a'), waiter('b')];
      runBriefly(loop);
      event.set();
      a.cancel();
      runBriefly(loop);
      expect([...log.entries, a.cancelled()]).to.deep.equal(['b@0', true]);
    });
  });

  it('set by a timer wakes those who wait at that time', () => {
    loop.callLater(3, () => event.set());
    for (const name of ['a', 'b']) waiter(name);
    loop.runUntilComplete(event.wait());
    expect(log.entries).to.deep.equal(['a@3', 'b@3']);
  });

  it('is neither awaited nor entered', () => {
    const main = async () => {
      await (event as unknown as PromiseLike<void>);
    };
    expect(() => loop.runUntilComplete(main())).to.throw(TypeError, "object Event can't be used in 'await' expression");
    expect(() => asyncWith(event as never, function* () {})).to.throw(
      TypeError,
      "'Event' object does not support the asynchronous context manager protocol",
    );
  });

  it('is shown with its state, and with how many wait', () => {
    const shown = [String(event)];
    for (const name of ['a', 'b']) waiter(name);
    runBriefly(loop);
    shown.push(String(event));
    event.set();
    shown.push(String(event));
    runBriefly(loop);
    shown.push(String(event));
    expect(shown).to.deep.equal([
      '<asyncio.locks.Event object [unset]>',
      '<asyncio.locks.Event object [unset, waiters:2]>',
      '<asyncio.locks.Event object [set, waiters:2]>',
      '<asyncio.locks.Event object [set]>',
    ]);
  });
});
