import { expect } from 'chai';
import { createTask, DeadlockError, Future, StepLimitReached, SystemExit, sleep } from '../../../lib';
import { Stepper } from '../../../lib/trace/step/stepper';
import { thrownBy } from '../../support';
import { withoutHost } from './without-host';

describe('A stepper', () => {
  withoutHost();

  let stepper: Stepper<unknown>;

  beforeEach(() => {
    stepper = new Stepper(async () => await sleep(1, 'done'));
  });

  describe('at the end', () => {
    it('runs no more', () => {
      expect(stepper.seek(Infinity)).to.equal(false);
      const { position } = stepper;
      expect([stepper.step(), stepper.iteration(), stepper.until(() => true), stepper.position]).to.deep.equal([
        false,
        false,
        false,
        position,
      ]);
    });

    it('has the result', () => {
      stepper.seek(Infinity);
      expect(stepper.main.result()).to.equal('done');
    });

    it('has not found what never was', () => {
      expect([stepper.untilTime(100), stepper.untilTask('nobody'), stepper.until(() => false)]).to.deep.equal([
        false,
        false,
        false,
      ]);
    });

    it('leaves those as they are who were not waited for', () => {
      stepper = new Stepper(async () => void createTask(sleep(9), { name: 'forgotten' }));
      stepper.seek(Infinity);
      expect([stepper.loop.time(), stepper.task('forgotten')?.done()]).to.deep.equal([0, false]);
    });
  });

  describe('of a program that', () => {
    it("fails, ends: what with, the program's future knows", () => {
      stepper = new Stepper(async () => {
        throw new RangeError('no');
      });
      expect(stepper.seek(Infinity)).to.equal(false);
      expect(String(stepper.main.exception())).to.equal('RangeError: no');
    });

    it('fails, does not say that nobody has heard of it', () => {
      stepper = new Stepper(async () => {
        throw new RangeError('no');
      });
      stepper.seek(Infinity);
      stepper.close();
      expect(stepper.events.filter(({ type }) => type === 'leftover')).to.deep.equal([]);
    });

    it('waits for ever, says who waits for whom, as often as it is asked to go on', () => {
      stepper = new Stepper(async () => await new Future());
      for (let i = 0; i < 2; i++) expect(thrownBy(() => stepper.seek(9))).to.be.an.instanceOf(DeadlockError);
      expect(stepper.position).to.equal(1);
    });

    it('leaves, has that pass through, and then goes on', () => {
      stepper = new Stepper(async (loop) => {
        loop.callSoon(() => {
          throw new SystemExit(3);
        });
        await sleep(1);
        return 'done';
      });
      expect(String(thrownBy(() => stepper.seek(Infinity)))).to.equal('SystemExit: 3');
      expect([stepper.position, stepper.seek(Infinity), stepper.main.result()]).to.deep.equal([2, false, 'done']);
    });

    it('leaves by its main task, has that pass through, and then ends', () => {
      stepper = new Stepper(async () => {
        await sleep(1);
        throw new SystemExit(3);
      });
      expect(String(thrownBy(() => stepper.seek(Infinity)))).to.equal('SystemExit: 3');
      expect(stepper.seek(Infinity)).to.equal(false);
    });

    it('stops its loop, is over', () => {
      stepper = new Stepper(async (loop) => {
        loop.stop();
        await sleep(1);
      });
      expect([stepper.seek(Infinity), stepper.position, stepper.main.done()]).to.deep.equal([false, 1, false]);
    });

    it('never ends, stops at a limit', () => {
      const forever = async () => {
        for (;;) await sleep(0);
      };
      stepper = new Stepper(forever, { limit: 100 });
      const error = thrownBy(() => stepper.until(() => false));
      expect(error).to.be.an.instanceOf(StepLimitReached);
      expect(error.message).to.equal(
        'the program has taken 100 steps, which is as many as it may: new Stepper(program, { limit: 200 }) lets it take twice as many',
      );
      expect([stepper.position, stepper.back()]).to.deep.equal([100, true]);
    });
  });
});
