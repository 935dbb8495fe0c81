import { expect } from 'chai';
import { EventLoop } from '../../../lib';
import { Agenda } from '../../../lib/net/kernel/agenda';
import { Occurrence } from '../../../lib/net/kernel/occurrence';
import { observe } from '../../future/observer-log';
import { inLoop } from './world';

/** An occurrence that says so, and does something more. */
class Bell extends Occurrence {
  constructor(private readonly ring: () => void) {
    super();
  }

  get callback(): (bell: Bell) => void {
    return ring;
  }

  happen(): void {
    this.ring();
  }
}

function ring(bell: Bell): void {
  bell.occur();
}

/** An agenda in the time of a loop, and a log: `name@time`. */
function make(loop = new EventLoop()) {
  const agenda = new Agenda();
  const log: string[] = [];
  inLoop(loop, () => agenda.begin());
  const note = (name: string) => log.push(`${name}@${agenda.now}`);
  const at = (time: number, name: string, more = () => {}): Bell => {
    const bell = new Bell(() => {
      note(name);
      more();
    });
    agenda.schedule(bell, time);
    return bell;
  };
  return { agenda, loop, log, at, note };
}

describe('Agenda', () => {
  const bothWays: [string, (agenda: Agenda, loop: EventLoop) => void][] = [
    [
      'a loop that runs',
      (_, loop) => {
        while (loop.step());
      },
    ],
    [
      'whoever pumps',
      (agenda) => {
        while (agenda.pump());
      },
    ],
  ];
  for (const [name, run] of bothWays) {
    it(`lets things happen by time, and at the same time as it was decided, by ${name}`, () => {
      const { agenda, loop, log, at } = make();
      at(2, 'c');
      at(1, 'a', () => at(2, 'e'));
      at(2, 'd');
      at(1, 'b');
      run(agenda, loop);
      expect(log).to.deep.equal(['a@1', 'b@1', 'c@2', 'd@2', 'e@2']);
      expect([loop.time(), agenda.time()]).to.deep.equal([2, 2]);
    });
  }

  it('does by one what is left of the other, and nothing twice', () => {
    const { agenda, loop, log, at } = make();
    for (const time of [1, 2, 3, 4]) at(time, 'bell');
    agenda.pump();
    loop.step();
    agenda.pump();
    while (loop.step());
    expect(log).to.deep.equal(['bell@1', 'bell@2', 'bell@3', 'bell@4']);
  });

  it('is a timer of the loop by the name of what will happen, and cancels none that is run', () => {
    const { loop, at } = make();
    const log = observe(loop, (name) => name.startsWith('handle'));
    at(1, 'bell');
    while (loop.step());
    expect(log).to.deep.equal(['handleScheduled ring@1', 'handleBegun ring@1', 'handleEnded ring@1']);
  });

  it('does what takes no time as soon as what is being done is done, and in order', () => {
    const { agenda, log, at, note } = make();
    at(1, 'a', () => {
      at(1, 'b', () => at(1, 'd'));
      at(1, 'c');
      note('a is done');
    });
    expect(agenda.pump()).to.equal(true);
    expect(log).to.deep.equal(['a@1', 'a is done@1', 'b@1', 'c@1', 'd@1']);
  });

  it('tells whom it concerns when all that is done, and they may do more', () => {
    const { agenda, log, at, note } = make();
    const [first, second] = ['first', 'second'].map((name) => ({ onChange: () => void note(name) }));
    at(1, 'a', () => {
      agenda.tell({
        onChange: () => {
          first?.onChange();
          agenda.begin();
          at(1, 'c');
          agenda.settle();
          note('told');
        },
      });
      agenda.tell(second as never);
      at(1, 'b');
    });
    agenda.pump();
    expect(log).to.deep.equal(['a@1', 'b@1', 'first@1', 'told@1', 'c@1', 'second@1']);
  });

  it('does not let happen what was cancelled', () => {
    const { agenda, loop, log, at } = make();
    agenda.cancel(at(1, 'never'));
    at(1, 'a', () => agenda.cancel(at(1, 'neither')));
    while (loop.step());
    expect([log, agenda.pump()]).to.deep.equal([['a@1'], false]);
  });

  describe('pumped until some time', () => {
    it('does what happens until then, and lets the clock go on to it', () => {
      const { agenda, loop, log, at } = make();
      at(1, 'a');
      at(3, 'b');
      expect([agenda.pump(2), agenda.pump(2), loop.time()]).to.deep.equal([true, false, 2]);
      expect([agenda.pump(3), agenda.pump(3), log]).to.deep.equal([true, false, ['a@1', 'b@3']]);
    });

    it('never lets the clock go back', () => {
      const { agenda, loop } = make();
      loop.clock.advance(5);
      expect([agenda.pump(2), loop.time()]).to.deep.equal([false, 5]);
    });
  });

  describe('whose loop was blocked', () => {
    it('reckons what follows from when it was due', () => {
      const { loop, log, at } = make();
      at(1, 'request', () => at(2, 'answer'));
      loop.callSoon(() => loop.clock.advance(5));
      while (loop.step());
      expect([log, loop.time()]).to.deep.equal([['request@1', 'answer@2'], 5]);
    });

    it('does all that was due before anything that the program does now', () => {
      const { agenda, loop, log, at, note } = make();
      at(1, 'request', () => at(2, 'answer'));
      loop.callSoon(() => {
        loop.clock.advance(5);
        agenda.begin();
        note('program');
      });
      while (loop.step());
      expect(log).to.deep.equal(['request@1', 'answer@2', 'program@5']);
    });
  });

  describe('used by a second loop', () => {
    it('goes on from the time that it was, with all that was to happen', () => {
      const { agenda, loop, log, at } = make();
      at(3, 'a');
      at(4, 'b');
      at(4, 'c');
      loop.callLater(2, () => {});
      loop.step();
      loop.close();
      const second = new EventLoop();
      second.callSoon(() => log.push(`second@${agenda.time()}`));
      while (second.step());
      expect(log).to.deep.equal(['second@2', 'a@3', 'b@4', 'c@4']);
      expect(second.time()).to.equal(2);
    });

    it('reaches any time that it is pumped to, though sums are not exact', () => {
      const { agenda, loop } = make();
      loop.clock.advance(0.1);
      loop.close();
      const second = new EventLoop();
      inLoop(second, () => agenda.time());
      const missed = Array.from({ length: 100 }, (_, i) => i * 0.3 + 0.7).filter((time) => {
        agenda.pump(time);
        return agenda.time() < time;
      });
      expect(missed).to.deep.equal([]);
    });

    it('leaves nothing to do for the first', () => {
      const { agenda, loop, log, at } = make();
      at(3, 'a');
      const second = new EventLoop();
      inLoop(second, () => agenda.time());
      expect([loop.step(), second.step(), second.step(), log]).to.deep.equal([false, true, false, ['a@3']]);
    });

    it('can be pumped when no loop is left but a closed one', () => {
      const { agenda, loop, log, at } = make();
      at(3, 'a');
      loop.close();
      const second = new EventLoop();
      inLoop(second, () => agenda.time());
      second.close();
      agenda.pump();
      expect(log).to.deep.equal(['a@3']);
    });
  });
});
