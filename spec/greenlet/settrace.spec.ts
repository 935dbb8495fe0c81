import { expect } from 'chai';
import { getcurrent, gettrace, greenlet, type RawGreenlet, settrace, ValueError } from '../../lib';
import { thrownBy } from '../support';

describe('settrace()', () => {
  const main = getcurrent();

  afterEach(() => {
    settrace(undefined);
  });

  /** What the tracer is told meanwhile. */
  function traced(action: () => unknown): [string, object, object][] {
    const told: [string, object, object][] = [];
    settrace((event, [origin, target]) => told.push([event, origin, target]));
    action();
    settrace(undefined);
    return told;
  }

  it('tells of each switch, from whom and to whom', () => {
    const second: RawGreenlet = greenlet(
      () => {},
      greenlet(() => main.switch()),
    );
    const first = greenlet(() => second.switch());
    expect(traced(() => first.switch())).to.deep.equal([
      ['switch', main, first],
      ['switch', first, second],
      ['switch', second, second.parent],
      ['switch', second.parent, main],
    ]);
  });

  it('tells of an error as of a throw, wherever it goes', () => {
    const gr = greenlet(() => main.switch());
    gr.switch();
    expect(traced(() => thrownBy(() => gr.throw(ValueError)))).to.deep.equal([
      ['throw', main, gr],
      ['throw', gr, main],
    ]);
  });

  it('calls the tracer as the greenlet that was switched to', () => {
    const seen: boolean[] = [];
    settrace((_event, [, target]) => seen.push(getcurrent() === target));
    greenlet(() => {}).switch();
    expect(seen).to.deep.equal([true, true]);
  });

  it('gives who was told before', () => {
    const tracer = (): void => {};
    expect([settrace(tracer), gettrace(), settrace(undefined), gettrace()]).to.deep.equal([
      undefined,
      tracer,
      tracer,
      undefined,
    ]);
  });

  it('ends with a tracer that fails: its error is thrown in the greenlet switched to', () => {
    settrace(() => {
      throw new Error('of the tracer');
    });
    const gr = greenlet(() => 'never runs');
    expect(thrownBy(() => gr.switch()).message).to.equal('of the tracer');
    expect([gr.dead, gettrace()]).to.deep.equal([true, undefined]);
  });
});
