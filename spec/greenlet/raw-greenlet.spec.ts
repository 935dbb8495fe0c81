import { inspect } from 'node:util';
import { expect } from 'chai';
import { GreenletError, GreenletExit, getcurrent, greenlet, RawGreenlet, sleep, ValueError } from '../../lib';
import { Move } from '../../lib/greenlet/move';
import { thrownBy } from '../support';

const main = getcurrent();

describe('A greenlet', () => {
  describe('is shown', () => {
    it('by the name of its function, and by where it is in its life', () => {
      const seen: string[] = [];
      const gr = greenlet(function* work() {
        seen.push(String(gr));
        yield* main.switch();
      });
      seen.push(String(gr));
      gr.switch();
      seen.push(String(gr));
      gr.switch();
      seen.push(String(gr));
      expect(seen).to.deep.equal([
        '<greenlet.greenlet object work pending>',
        '<greenlet.greenlet object work current active started>',
        '<greenlet.greenlet object work suspended active started>',
        '<greenlet.greenlet object work dead>',
      ]);
    });

    it('as anonymous where its function is', () => {
      expect(String(greenlet(() => {}))).to.equal('<greenlet.greenlet object <anonymous> pending>');
    });

    it('in the same way by console.log', () => {
      expect(inspect(main)).to.equal(String(main));
    });
  });

  describe('that is main', () => {
    it('is shown as main, current or suspended', () => {
      const suspended = greenlet(() => String(main)).switch();
      expect([String(main), suspended]).to.deep.equal([
        '<greenlet.greenlet object current active started main>',
        '<greenlet.greenlet object suspended active started main>',
      ]);
    });

    it('is active from the beginning, never dead, and below nobody', () => {
      expect([main.active, main.dead, main.parent]).to.deep.equal([true, false, undefined]);
    });

    it('cannot be left by somebody who runs on top of it', () => {
      const error = thrownBy(() => main.leave(new Move(main, [])));
      expect(error).to.be.instanceOf(GreenletError);
      expect(error.message).to.equal(`cannot switch to ${main} while ${main} runs on the same stack`);
    });
  });

  describe('to be run', () => {
    it('can be given its function up to its beginning', () => {
      const gr = greenlet(() => 'first');
      gr.run = () => 'second';
      expect(gr.switch()).to.equal('second');
    });

    it('cannot be given another once it has begun', () => {
      const gr = greenlet(() => 'first');
      gr.switch();
      const change = (): void => {
        gr.run = () => 'second';
      };
      expect(thrownBy(change).message).to.equal('run cannot be set after the start of the greenlet');
    });

    it('dies of a function that is none, by a TypeError in its parent', () => {
      const gr = new RawGreenlet(undefined);
      expect(thrownBy(() => gr.switch()).message).to.equal("'undefined' object is not callable");
      expect(gr.dead).to.equal(true);
    });
  });

  describe('that waits for anything but a switch', () => {
    it('gets an error where it does, and may catch it', () => {
      const gr = greenlet(function* impatient() {
        try {
          yield 5;
          return undefined;
        } catch (error) {
          return String(error);
        }
      });
      expect(gr.switch()).to.equal(
        'RuntimeError: <greenlet.greenlet object impatient current active started> cannot wait for 5: ' +
          "it is no greenlet of gevent's, and can only switch",
      );
    });

    it('dies of the error otherwise', () => {
      const gr = greenlet(async () => await sleep(0));
      expect(thrownBy(() => gr.switch()).message).to.contain('cannot wait for undefined');
      expect(gr.dead).to.equal(true);
    });
  });

  describe('into which is thrown', () => {
    const catching = () =>
      greenlet(function* () {
        try {
          return yield* main.switch();
        } catch (error) {
          return error;
        }
      });

    it('a class gets an error of that class', () => {
      const gr = catching();
      gr.switch();
      expect(gr.throw(ValueError)).to.be.instanceOf(ValueError);
    });

    it('nothing in particular gets a GreenletExit', () => {
      const gr = catching();
      gr.switch();
      expect(gr.throw()).to.be.instanceOf(GreenletExit);
    });

    it('what is no error is left alone: whoever throws gets the TypeError', () => {
      const gr = catching();
      gr.switch();
      expect(thrownBy(() => gr.throw(5)).message).to.equal('exceptions must be classes, or instances, not number');
      expect(gr.active).to.equal(true);
    });
  });

  it('that throws what is no Error hands on the TypeError that Python would raise', () => {
    const gr = greenlet(() => {
      throw 5;
    });
    expect(thrownBy(() => gr.switch()).message).to.contain('exceptions must derive from BaseException: 5 was thrown');
  });
});
