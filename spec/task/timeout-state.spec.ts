import { expect } from 'chai';
import { asyncWith, EventLoop, RuntimeError, sleep, type Timeout, TimeoutError, timeout, timeoutAt } from '../../lib';
import { Log, thrownBy } from '../support';

describe('timeout, through its states', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  /** Run `body` in a timeout, and note what it raises, if it does. */
  function* noting(scope: Timeout, body: () => Generator<unknown, unknown, unknown>) {
    try {
      yield* asyncWith(scope, body);
    } catch (error) {
      log.note((error as Error).name);
    }
  }

  describe('as it shows', () => {
    it('is created, active, then finished, with its deadline to the millisecond while active', () => {
      async function main() {
        const scope = timeout(7.23456);
        log.note(String(scope));
        await asyncWith(scope, async () => log.note(String(scope)));
        log.note(String(scope));
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal([
        '<Timeout [created]>@0',
        '<Timeout [active] when=7.235>@0',
        '<Timeout [finished]>@0',
      ]);
    });

    it('is expiring from the deadline until it is left, then expired', () => {
      const scope = timeoutAt(1);
      loop.runUntilComplete(
        noting(scope, function* () {
          try {
            yield* sleep(9);
          } finally {
            log.note(String(scope));
          }
        }),
      );
      log.note(String(scope));
      expect(log.entries).to.deep.equal(['<Timeout [expiring]>@1', 'TimeoutError@1', '<Timeout [expired]>@1']);
    });

    it('shows that there is no deadline', () => {
      const scope = timeoutAt(null);
      function* main() {
        return yield* asyncWith(scope, function* () {
          return String(scope);
        });
      }
      expect(loop.runUntilComplete(main())).to.equal('<Timeout [active] when=None>');
    });
  });

  describe('entering', () => {
    it('is possible once', () => {
      const scope = timeoutAt(5);
      async function main() {
        await asyncWith(scope, async () => {});
        await asyncWith(scope, async () => {});
      }
      const error = thrownBy(() => loop.runUntilComplete(main()));
      expect(error).to.be.an.instanceOf(RuntimeError);
      expect(error.message).to.equal('Timeout has already been entered');
    });

    it('is refused inside itself', () => {
      const scope = timeoutAt(5);
      const error = thrownBy(() => loop.runUntilComplete(asyncWith(scope, () => asyncWith(scope, async () => {}))));
      expect(error.message).to.equal('Timeout has already been entered');
    });

    it('needs a task', () => {
      const errors: Error[] = [];
      loop.callSoon(() => errors.push(thrownBy(() => asyncWith(timeout(1), () => sleep(9)).send(undefined))));
      loop.runOnce();
      expect(errors[0]).to.be.an.instanceOf(RuntimeError);
      expect(errors[0]?.message).to.equal('Timeout should be used inside a task');
    });
  });

  describe('reschedule', () => {
    it('moves the deadline back', () => {
      const scope = timeoutAt(2);
      loop.runUntilComplete(
        noting(scope, function* () {
          yield* sleep(1);
          scope.reschedule(5);
          log.note(`when ${scope.when()}`);
          yield* sleep(9);
        }),
      );
      expect(log.entries).to.deep.equal(['when 5@1', 'TimeoutError@5']);
    });

    it('moves the deadline forward', () => {
      const scope = timeoutAt(8);
      loop.runUntilComplete(
        noting(scope, function* () {
          scope.reschedule(3);
          yield* sleep(9);
        }),
      );
      expect(log.entries).to.deep.equal(['TimeoutError@3']);
    });

    it('takes the deadline away with null', () => {
      const scope = timeoutAt(2);
      loop.runUntilComplete(
        noting(scope, function* () {
          scope.reschedule(null);
          log.note(`when ${scope.when()}`);
          yield* sleep(9);
        }),
      );
      expect(log.entries).to.deep.equal(['when null@0']);
      expect(loop.time()).to.equal(9);
    });

    it('sets a deadline where there was none', () => {
      const scope = timeoutAt(null);
      loop.runUntilComplete(
        noting(scope, function* () {
          scope.reschedule(2);
          yield* sleep(9);
        }),
      );
      expect(log.entries).to.deep.equal(['TimeoutError@2']);
    });

    it('lets a timeout whose new deadline is past expire in the next iteration', () => {
      const scope = timeoutAt(9);
      loop.runUntilComplete(
        noting(scope, function* () {
          yield* sleep(3);
          scope.reschedule(1);
          log.note(`expired ${scope.expired()}`);
          yield* sleep(0);
          log.note('never');
        }),
      );
      expect(log.entries).to.deep.equal(['expired false@3', 'TimeoutError@3']);
    });

    it('is refused before entering', () => {
      const error = thrownBy(() => timeoutAt(1).reschedule(2));
      expect(error).to.be.an.instanceOf(RuntimeError);
      expect(error.message).to.equal('Timeout has not been entered');
    });

    it('is refused once the deadline has passed, and after leaving', () => {
      const texts: string[] = [];
      const refused = (scope: Timeout) => texts.push(thrownBy(() => scope.reschedule(20)).message);
      function* main() {
        const late = timeoutAt(1);
        yield* noting(late, function* () {
          try {
            yield* sleep(9);
          } finally {
            refused(late);
          }
        });
        refused(late);
        const early = timeoutAt(9);
        yield* noting(early, function* () {});
        refused(early);
      }
      loop.runUntilComplete(main());
      expect(texts).to.deep.equal([
        'Cannot change state of expiring Timeout',
        'Cannot change state of expired Timeout',
        'Cannot change state of finished Timeout',
      ]);
    });
  });

  describe('given a delay that is no number', () => {
    /** What entering the timeout that `make` gives throws. */
    function refusal(make: () => Timeout): Error {
      async function main() {
        await asyncWith(make(), async () => {});
      }
      return thrownBy(() => loop.runUntilComplete(main()));
    }

    it('refuses it, and names it', () => {
      expect(refusal(() => timeout('1' as never))).to.be.an.instanceOf(TypeError);
      expect(refusal(() => timeout('1' as never)).message).to.contain("not '1'");
      expect(refusal(() => timeoutAt('1' as never)).message).to.contain("not '1'");
    });

    it('refuses NaN', () => {
      expect(refusal(() => timeout(Number.NaN)).message).to.match(/^Invalid .*NaN \(not a number\)$/);
    });

    it('takes Infinity for a deadline that never comes', () => {
      const scope = timeoutAt(Number.POSITIVE_INFINITY);
      loop.runUntilComplete(asyncWith(scope, () => sleep(9)));
      expect(scope.expired()).to.equal(false);
    });
  });

  it('is used up when it has raised TimeoutError', () => {
    const scope = timeoutAt(1);
    const enter = () => thrownBy(() => loop.runUntilComplete(asyncWith(scope, () => sleep(9))));
    expect(enter()).to.be.an.instanceOf(TimeoutError);
    expect(enter().message).to.equal('Timeout has already been entered');
  });
});

describe('Timeout.reschedule, given what is no time', () => {
  it('refuses it, and keeps the deadline it had', () => {
    const loop = new EventLoop();
    function* main() {
      const limit = timeout(2);
      yield* asyncWith(limit, function* () {
        expect(() => limit.reschedule(NaN)).to.throw('Invalid when: NaN (not a number)');
        expect(() => limit.reschedule('5' as never)).to.throw("when must be a number of seconds, not '5'");
        yield* sleep(9);
      });
    }
    expect(() => loop.runUntilComplete(main())).to.throw(TimeoutError);
    expect(loop.time()).to.equal(2);
  });
});
