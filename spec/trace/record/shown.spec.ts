import { expect } from 'chai';
import { EventLoop, Future, Lock, sleep, Task, type Yielded } from '../../../lib';
import { Recorder } from '../../../lib/trace/record/recorder';
import {
  deadlineOf,
  errorText,
  futureText,
  messageText,
  nameOf,
  outcomeOf,
  shownQuietly,
} from '../../../lib/trace/record/shown';
import { runBriefly } from '../../support';

/** What cannot be shown. */
const HIDDEN = {
  toString(): string {
    throw new RangeError('nothing to see');
  },
};

class Unsayable extends Error {
  override toString(): string {
    throw new RangeError('nothing to see');
  }
}

/** A coroutine that waits for `future`, and calls `note` whenever it is resumed. */
function* drivenByHand(future: Future, note: () => void): Generator<Yielded, void, unknown> {
  const waiting = future[Symbol.iterator]();
  for (let step = waiting.next(); !step.done; step = waiting.next()) {
    note();
    yield step.value;
  }
}

describe('In a trace', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  describe('a value is shown', () => {
    it('as Python shows it', () => {
      expect(shownQuietly(["it's", 1, undefined])).to.equal('["it\'s", 1, undefined]');
    });

    it('with what it may not: nobody has to be able to show itself', () => {
      expect(shownQuietly(HIDDEN)).to.equal('<Object object, which threw RangeError when shown>');
    });

    it('with all characters that it has: whoever shows the trace sees to them', () => {
      expect(shownQuietly('</script>\u0000\u2028\n')).to.equal("'</script>\u0000\u2028\\n'");
    });

    it('without looking for where a task is suspended, which would be to touch it', () => {
      const log: string[] = [];
      const task = loop.createTask(
        drivenByHand(new Future(loop), () => log.push('resumed')),
        { name: 'main' },
      );
      runBriefly(loop);
      expect(shownQuietly(task)).to.match(/^<Task pending name='main'/);
      expect(log).to.deep.equal(['resumed']);
    });
  });

  describe('an error is shown', () => {
    it('by its name, and what it says', () => {
      expect(errorText(new RangeError('too much'))).to.equal('RangeError: too much');
    });

    it('by its class where it cannot be shown', () => {
      expect(errorText(new Unsayable())).to.equal('Unsayable');
    });
  });

  describe('the message of a request to cancel is shown', () => {
    it('as it is, if it is a text', () => {
      expect(messageText("that's it")).to.equal("that's it");
    });

    it('as other values are, if it is not', () => {
      expect([Object.create(null), 3, HIDDEN].map(messageText)).to.deep.equal([
        '{}',
        '3',
        '<Object object, which threw RangeError when shown>',
      ]);
    });

    it('not at all, if there is none', () => {
      expect([undefined, null].map(messageText)).to.deep.equal([undefined, undefined]);
    });
  });

  describe('a task is shown', () => {
    it('by its name', () => {
      expect(nameOf(loop.createTask(sleep(0), { name: 'worker' }))).to.equal('worker');
    });

    it("by its class, if that is the program's and has names that are not there yet", () => {
      class Numbered extends Task<unknown> {
        readonly label = { text: 'first' };
        override getName(): string {
          return this.label.text;
        }
      }
      const recorder = new Recorder();
      loop.observer = recorder.watch(loop);
      const task = new Numbered(sleep(0), { loop });
      expect(recorder.events[0]).to.deep.include({ type: 'task', name: 'Numbered' });
      expect(nameOf(task)).to.equal('first');
    });
  });

  describe('a future that is waited for is shown', () => {
    it('by the name of the task that it is', () => {
      expect(futureText(loop.createTask(sleep(0), { name: 'child' }), undefined, undefined)).to.equal('child');
    });

    it('by what somebody waits for in its line', () => {
      expect(futureText(new Future(loop), new Lock(), undefined)).to.equal('Lock');
    });

    it('with the time at which a timer sets it', () => {
      expect(futureText(new Future(loop), undefined, 1.5)).to.equal('Future, set at 1.5s');
    });

    it('by its class otherwise', () => {
      class Reply extends Future {}
      expect(futureText(new Reply(loop), undefined, undefined)).to.equal('Reply');
    });
  });

  describe('the end of a future is shown', () => {
    /** How a future is shown to have ended that `end` ends. */
    function ended(end: (future: Future) => void): unknown {
      const future = new Future(loop);
      end(future);
      return outcomeOf(future);
    }

    it('by its result, where it has one', () => {
      expect(ended((future) => future.setResult('done'))).to.deep.equal({ outcome: 'result', text: "'done'" });
      expect(ended((future) => future.setResult(undefined))).to.deep.equal({ outcome: 'result', text: undefined });
    });

    it('by its exception, which nobody has retrieved by that', () => {
      const future = new Future(loop);
      future.setException(new Error('no'));
      expect(outcomeOf(future)).to.deep.equal({ outcome: 'exception', text: 'Error: no' });
      expect(future.logTraceback).to.equal(true);
    });

    it('as cancelled', () => {
      expect(ended((future) => future.cancel('enough'))).to.deep.equal({ outcome: 'cancelled', text: undefined });
    });

    it('as it was then, whatever becomes of the result', () => {
      const recorder = new Recorder();
      loop.observer = recorder.watch(loop);
      const items = [1];
      new Future(loop).setResult(items);
      items.push(2);
      expect(recorder.events[0]).to.deep.include({ type: 'done', text: '[1]' });
    });
  });

  it('a timer is shown with its deadline: null if it never comes, as JSON has no Infinity', () => {
    const handles = [loop.callSoon(() => {}), loop.callAt(2, () => {}), loop.callAt(Infinity, () => {})];
    expect(handles.map(deadlineOf)).to.deep.equal([undefined, 2, null]);
  });
});
