import { expect } from 'chai';
import { getcurrent, greenlet } from '../../lib';
import { OwedCall } from '../../lib/greenlet/owed-call';
import { thrownBy } from '../support';

describe('A switch that is called without yield*', () => {
  const main = getcurrent();
  const other = greenlet(function* () {});

  it('is an error where the greenlet next awaits something, which then does not happen', () => {
    const log: string[] = [];
    const gr = greenlet(function* forgets() {
      other.switch();
      log.push('went on as if nothing had been written');
      try {
        yield* main.switch('lost');
      } catch (error) {
        log.push(String(error));
      }
      return 'its result';
    });
    expect(gr.switch()).to.equal('its result');
    expect(log).to.deep.equal([
      'went on as if nothing had been written',
      'RuntimeError: <greenlet.greenlet object forgets current active started> called switch() without yield*: it did nothing',
    ]);
  });

  it('is an error at the end, where nothing is awaited after it', () => {
    const gr = greenlet(function* forgets() {
      other.switch();
    });
    expect(thrownBy(() => gr.switch()).message).to.contain('called switch() without yield*: it did nothing');
    expect([gr.dead, other.active, other.dead]).to.deep.equal([true, false, false]);
  });

  it('is an error in an async function that forgets the await', () => {
    const gr = greenlet(async function forgets() {
      other.switch();
    });
    expect(thrownBy(() => gr.switch()).message).to.contain('called switch() without yield*');
  });

  it('is an error in a plain function, which can await nothing', () => {
    const gr = greenlet(function forgets() {
      other.throw();
    });
    expect(thrownBy(() => gr.switch()).message).to.contain('called throw() without yield*');
  });

  it('is told of once', () => {
    const gr = greenlet(function* forgets() {
      other.switch();
      try {
        yield* main.switch();
      } catch {
        yield* main.switch('and now it may switch');
      }
    });
    expect(gr.switch()).to.equal('and now it may switch');
  });

  it('gives way to an error that the greenlet has of its own', () => {
    const gr = greenlet(function* forgets() {
      other.switch();
      throw new Error('of its own');
    });
    expect(thrownBy(() => gr.switch()).message).to.equal('of its own');
  });

  it('may be awaited a little later', () => {
    const gr = greenlet(function* () {
      const move = main.switch('later');
      return yield* move;
    });
    expect([gr.switch(), gr.switch('back')]).to.deep.equal(['later', 'back']);
  });
});

describe('OwedCall', () => {
  it('tells of the first of several calls', () => {
    const owed = new OwedCall();
    owed.expect({ name: 'sleep', state: 'closed' });
    owed.expect({ name: 'join', state: 'created' });
    owed.expect({ name: 'get', state: 'created' });
    expect(thrownBy(() => owed.settle(new Date(NaN))).message).to.contain('called join() without yield*');
    owed.settle({});
  });
});
