import { expect } from 'chai';
import { Context, ContextVar, copyContext } from '../../lib';
import { thrownBy } from '../support';

const user = new ContextVar('user', { default: 'nobody' });
const place = new ContextVar<string>('place');

describe('Context', () => {
  describe('run', () => {
    it('gives what the function returns, which gets the arguments', () => {
      const sum = (a: number, b: number): number => a + b;
      expect(new Context().run(sum, 1, 2)).to.equal(3);
    });

    it('keeps what is set inside from the outside', () => {
      const context = new Context();
      context.run(() => user.set('ann'));
      expect([user.get(), context.run(() => user.get())]).to.deep.equal(['nobody', 'ann']);
    });

    it('makes its context the current one only while the function runs, also when that throws', () => {
      const before = Context.current;
      const context = new Context();
      const error = thrownBy(() =>
        context.run(() => {
          throw Context.current === context ? new Error('inside') : new Error('outside');
        }),
      );
      expect(error.message).to.equal('inside');
      expect(Context.current).to.equal(before);
    });

    it('can be called again after the function threw', () => {
      const context = new Context();
      thrownBy(() =>
        context.run(() => {
          throw new Error();
        }),
      );
      expect(context.run(() => 'again')).to.equal('again');
    });

    it('nests', () => {
      const [outer, inner] = [new Context(), new Context()];
      const seen = outer.run(() => {
        user.set('outer');
        return [inner.run(() => user.get()), user.get()];
      });
      expect(seen).to.deep.equal(['nobody', 'outer']);
    });

    it('throws when its context is entered already', () => {
      const context = new Context();
      const error = thrownBy(() => context.run(() => context.run(() => {})));
      expect(error.name).to.equal('RuntimeError');
      expect(error.message).to.match(/^cannot enter context: <.*Context.*> is already entered$/);
    });

    it('throws also when its context is entered further out', () => {
      const [outer, inner] = [new Context(), new Context()];
      const error = thrownBy(() => outer.run(() => inner.run(() => outer.run(() => {}))));
      expect(error.message).to.match(/^cannot enter context/);
    });
  });

  it('begins empty', () => {
    const context = new Context();
    expect([context.size, [...context]]).to.deep.equal([0, []]);
  });

  it('is a mapping from the variables that have a value in it', () => {
    const context = new Context();
    context.run(() => user.set('ann'));
    expect([context.get(user), context.has(user), context.size]).to.deep.equal(['ann', true, 1]);
    expect([...context]).to.deep.equal([[user, 'ann']]);
    expect([context.get(place), context.has(place)]).to.deep.equal([undefined, false]);
  });

  it('does not count the default of a variable for a value', () => {
    expect(new Context().get(user)).to.equal(undefined);
  });

  describe('copy', () => {
    it('gives a context of the same values', () => {
      const context = new Context();
      context.run(() => user.set('ann'));
      expect(context.copy().get(user)).to.equal('ann');
    });

    it('goes its own way, as the original does', () => {
      const context = new Context();
      const copy = context.copy();
      context.run(() => user.set('ann'));
      copy.run(() => user.set('bob'));
      expect([context.get(user), copy.get(user)]).to.deep.equal(['ann', 'bob']);
    });

    it('may be entered while the original is', () => {
      const context = new Context();
      expect(context.run(() => context.copy().run(() => 'entered'))).to.equal('entered');
    });
  });
});

describe('copyContext', () => {
  it('takes a snapshot of the current context, which later changes do not reach', () => {
    new Context().run(() => {
      user.set('ann');
      const snapshot = copyContext();
      user.set('bob');
      expect([snapshot.get(user), user.get()]).to.deep.equal(['ann', 'bob']);
    });
  });

  it('gives another context at every call', () => {
    expect(copyContext()).not.to.equal(copyContext());
  });
});
