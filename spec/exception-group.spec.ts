import { expect } from 'chai';
import { BaseExceptionGroup, CancelledError, ExceptionGroup, KeyboardInterrupt, repr, ValueError } from '../lib';
import { thrownBy } from './support';

/** Show a tree of errors by their messages: `group(a, inner(b))`. */
function tree(error: Error | undefined): string {
  if (!(error instanceof BaseExceptionGroup)) return error?.message ?? 'nothing';
  return `${error.message}(${error.errors.map(tree).join(', ')})`;
}

function nested(): ExceptionGroup {
  return new ExceptionGroup('outer', [
    new ValueError('v1'),
    new ExceptionGroup('inner', [new TypeError('t1'), new ValueError('v2')]),
    new TypeError('t2'),
  ]);
}

describe('ExceptionGroup', () => {
  it('holds a message and several errors', () => {
    const errors = [new ValueError('a'), new TypeError('b')];
    const group = new ExceptionGroup('two', errors);
    expect([group.name, group.message]).to.deep.equal(['ExceptionGroup', 'two']);
    expect(group.errors).to.deep.equal(errors);
  });

  it('is not changed by later changes to the list it was given', () => {
    const errors = [new ValueError('a')];
    const group = new ExceptionGroup('one', errors);
    errors.push(new ValueError('b'));
    expect(tree(group)).to.equal('one(a)');
  });

  it('is told as its message and the count of its errors', () => {
    const one = new ExceptionGroup('eg', [new ValueError('a')]);
    const two = new ExceptionGroup('eg', [new ValueError('a'), new ValueError('b')]);
    expect([String(one), String(two)]).to.deep.equal(['eg (1 sub-exception)', 'eg (2 sub-exceptions)']);
  });

  it('is shown by repr with all that it holds', () => {
    const group = new ExceptionGroup('eg', [new ValueError('a'), new ExceptionGroup('in', [new TypeError('b')])]);
    expect(repr(group)).to.equal("ExceptionGroup('eg', [ValueError('a'), ExceptionGroup('in', [TypeError('b')])])");
  });

  describe('made of what it cannot hold', () => {
    const make = (errors: unknown) => thrownBy(() => new ExceptionGroup('eg', errors as Error[]));

    it('throws for what is no list', () => {
      expect(String(make(5))).to.equal('TypeError: second argument (exceptions) must be a sequence');
    });

    it('throws for an empty list', () => {
      expect(String(make([]))).to.equal('ValueError: second argument (exceptions) must be a non-empty sequence');
    });

    it('throws for an item that is no error, and says which', () => {
      expect(String(make([new ValueError(), 5]))).to.equal(
        'ValueError: Item 1 of second argument (exceptions) is not an exception',
      );
    });

    it('throws for a BaseException, also inside a group', () => {
      const text = 'TypeError: Cannot nest BaseExceptions in an ExceptionGroup';
      expect(String(make([new CancelledError()]))).to.equal(text);
      expect(String(make([new BaseExceptionGroup('in', [new KeyboardInterrupt()])]))).to.equal(text);
    });
  });

  describe('split', () => {
    it('parts the leaves of a class from the others, in the shape of the tree', () => {
      const [match, rest] = nested().split(ValueError);
      expect([tree(match), tree(rest)]).to.deep.equal(['outer(v1, inner(v2))', 'outer(inner(t1), t2)']);
    });

    it('takes several classes', () => {
      const [match, rest] = nested().split([ValueError, TypeError]);
      expect([tree(match), tree(rest)]).to.deep.equal(['outer(v1, inner(t1, v2), t2)', 'nothing']);
    });

    it('takes a function, and asks it of each leaf', () => {
      const [match, rest] = nested().split((error) => error.message.endsWith('2'));
      expect([tree(match), tree(rest)]).to.deep.equal(['outer(inner(v2), t2)', 'outer(v1, inner(t1))']);
    });

    it('gives the group itself when the condition means the group', () => {
      const group = nested();
      expect(group.split(ExceptionGroup)).to.deep.equal([group, undefined]);
    });

    it('gives nothing on the side where no leaf is', () => {
      const [match, rest] = nested().split(RangeError);
      expect([match, tree(rest)]).to.deep.equal([undefined, 'outer(v1, inner(t1, v2), t2)']);
    });

    it('keeps the cause and the trace', () => {
      const cause = new Error('cause');
      const group = nested();
      group.cause = cause;
      const [match] = group.split(ValueError);
      expect(match?.cause).to.equal(cause);
      expect(match?.stack).to.equal(group.stack);
    });
  });

  describe('subgroup', () => {
    it('gives the matching half of a split', () => {
      expect(tree(nested().subgroup(TypeError))).to.equal('outer(inner(t1), t2)');
    });

    it('gives undefined when nothing matches', () => {
      expect(nested().subgroup(RangeError)).to.equal(undefined);
    });
  });

  describe('derive', () => {
    it('lets a subclass keep its kind when it is split', () => {
      class Numbered extends ExceptionGroup {
        constructor(
          message: string,
          errors: readonly Error[],
          readonly number: number,
        ) {
          super(message, errors);
        }
        override derive(errors: readonly Error[]): Numbered {
          return new Numbered(this.message, errors, this.number);
        }
      }
      const [match] = new Numbered('eg', [new ValueError('v'), new TypeError('t')], 7).split(ValueError);
      expect((match as Numbered).number).to.equal(7);
    });
  });
});

describe('BaseExceptionGroup', () => {
  it('is an ExceptionGroup when it holds no BaseException, as in Python', () => {
    const narrow = new BaseExceptionGroup('all', [new ValueError('v')]);
    expect([narrow.name, narrow instanceof ExceptionGroup]).to.deep.equal(['ExceptionGroup', true]);
  });

  it('keeps the class of a subclass, whatever it holds', () => {
    class Own extends BaseExceptionGroup {}
    const own = new Own('all', [new ValueError('v')]);
    expect([own instanceof Own, own instanceof ExceptionGroup]).to.deep.equal([true, false]);
  });

  it('needs a text for its message', () => {
    expect(() => new BaseExceptionGroup(5 as never, [new ValueError('v')])).to.throw(
      TypeError,
      'argument 1 must be str, not number',
    );
  });

  it('holds BaseExceptions too', () => {
    expect(tree(new BaseExceptionGroup('all', [new CancelledError('c'), new ValueError('v')]))).to.equal('all(c, v)');
  });

  it('gives an ExceptionGroup for a part that holds none', () => {
    const group = new BaseExceptionGroup('all', [new CancelledError('c'), new ValueError('v')]);
    const [match, rest] = group.split(ValueError);
    expect([match?.name, rest?.name]).to.deep.equal(['ExceptionGroup', 'BaseExceptionGroup']);
  });
});
