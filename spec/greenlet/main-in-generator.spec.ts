import { expect } from 'chai';
import { driveInMain, isMainInGenerator } from '../../lib/greenlet/main-in-generator';
import type { Move } from '../../lib/greenlet/move';
import { thrownBy } from '../support';

describe('driveInMain', () => {
  /** Drive what `body` makes, and give each switch that comes out back as its own answer. */
  function drive(body: () => Generator<unknown, unknown, unknown>, answer: (value: unknown) => unknown): unknown {
    const driven = driveInMain(body() as Iterable<Move, unknown, unknown>);
    let step = driven.next();
    while (!step.done) {
      try {
        step = driven.next(answer(step.value));
      } catch (error) {
        step = driven.throw(error);
      }
    }
    return step.value;
  }

  it('passes on what comes out, and what is answered, until there is a result', () => {
    const body = function* (): Generator<unknown, unknown, unknown> {
      return [yield 'a', yield 'b'];
    };
    expect(drive(body, (value) => `${value}!`)).to.deep.equal(['a!', 'b!']);
  });

  it('throws in the generator what is thrown where it waits', () => {
    const body = function* () {
      yield 'a';
    };
    const refuse = () => {
      throw new Error('refused');
    };
    expect(thrownBy(() => drive(body, refuse)).message).to.equal('refused');
  });

  it('says that main is in a generator while that runs, and not while it waits', () => {
    const seen = [isMainInGenerator()];
    const body = function* () {
      seen.push(isMainInGenerator());
      yield 'a';
      seen.push(isMainInGenerator());
    };
    drive(body, () => seen.push(isMainInGenerator()));
    expect([...seen, isMainInGenerator()]).to.deep.equal([false, true, false, true, false]);
  });
});
