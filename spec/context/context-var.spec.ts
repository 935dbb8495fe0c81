import { expect } from 'chai';
import { Context, ContextVar, LookupError, Token } from '../../lib';
import { thrownBy } from '../support';

/** Run `body` in a fresh context: what it sets is gone afterwards. */
function inFreshContext(body: () => void): () => void {
  return () => new Context().run(body);
}

describe('ContextVar', () => {
  describe('get', () => {
    it(
      'gives the value that was set',
      inFreshContext(() => {
        const user = new ContextVar<string>('user');
        user.set('ann');
        expect(user.get()).to.equal('ann');
      }),
    );

    it('gives the default where none was set', () => {
      expect(new ContextVar('user', { default: 'nobody' }).get()).to.equal('nobody');
    });

    it("gives its argument before the variable's default", () => {
      expect(new ContextVar('user', { default: 'nobody' }).get('somebody')).to.equal('somebody');
    });

    it(
      'gives the value before its argument',
      inFreshContext(() => {
        const user = new ContextVar('user', { default: 'nobody' });
        user.set('ann');
        expect(user.get('somebody')).to.equal('ann');
      }),
    );

    it('throws a LookupError that shows the variable where there is no value at all', () => {
      const error = thrownBy(() => new ContextVar('user').get());
      expect(error).to.be.instanceOf(LookupError);
      expect(error.message).to.equal("<ContextVar name='user'>");
    });

    it(
      'takes undefined for a value like any other',
      inFreshContext(() => {
        const user = new ContextVar<string | undefined>('user');
        expect(user.get(undefined)).to.equal(undefined);
        expect(new ContextVar('user', { default: undefined }).get()).to.equal(undefined);
        user.set(undefined);
        expect(user.get('somebody')).to.equal(undefined);
      }),
    );
  });

  it(
    'is told from another of the same name',
    inFreshContext(() => {
      const one = new ContextVar('x', { default: 0 });
      const other = new ContextVar('x', { default: 0 });
      one.set(1);
      expect([one.get(), other.get()]).to.deep.equal([1, 0]);
    }),
  );

  it('shows its name and its default', () => {
    expect(String(new ContextVar('user', { default: 'ann' }))).to.equal("<ContextVar name='user' default='ann'>");
  });

  describe('reset', () => {
    it(
      'puts back the value that was replaced',
      inFreshContext(() => {
        const user = new ContextVar<string>('user');
        user.set('ann');
        const token = user.set('bob');
        user.reset(token);
        expect(user.get()).to.equal('ann');
      }),
    );

    it(
      'leaves a variable without a value that had none',
      inFreshContext(() => {
        const user = new ContextVar<string>('user');
        user.reset(user.set('ann'));
        expect(() => user.get()).to.throw(LookupError);
      }),
    );

    it(
      'leaves other variables alone',
      inFreshContext(() => {
        const user = new ContextVar<string>('user');
        const place = new ContextVar<string>('place');
        const token = user.set('ann');
        place.set('here');
        user.reset(token);
        expect(place.get()).to.equal('here');
      }),
    );

    it(
      'throws for a token that was used before',
      inFreshContext(() => {
        const user = new ContextVar<string>('user');
        const token = user.set('ann');
        user.reset(token);
        const error = thrownBy(() => user.reset(token));
        expect(String(error)).to.equal(
          "RuntimeError: <Token used var=<ContextVar name='user'>> has already been used once",
        );
      }),
    );

    it(
      'throws for a token of another variable',
      inFreshContext(() => {
        const user = new ContextVar<string>('user');
        const token = new ContextVar<string>('place').set('here');
        const error = thrownBy(() => user.reset(token));
        expect(String(error)).to.equal(
          "ValueError: <Token var=<ContextVar name='place'>> was created by a different ContextVar",
        );
      }),
    );

    it(
      'throws for a token of another context',
      inFreshContext(() => {
        const user = new ContextVar<string>('user');
        const token = user.set('ann');
        const error = thrownBy(() => new Context().run(() => user.reset(token)));
        expect(String(error)).to.equal(
          "ValueError: <Token var=<ContextVar name='user'>> was created in a different Context",
        );
      }),
    );
  });
});

describe('Token', () => {
  it(
    'knows its variable and the value that was replaced',
    inFreshContext(() => {
      const user = new ContextVar<string>('user');
      const first = user.set('ann');
      const second = user.set('bob');
      expect(second.variable).to.equal(user);
      expect([first.oldValue, second.oldValue]).to.deep.equal([Token.MISSING, 'ann']);
    }),
  );
});
