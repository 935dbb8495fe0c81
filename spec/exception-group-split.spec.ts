import { inspect } from 'node:util';
import { expect } from 'chai';
import {
  BaseExceptionGroup,
  contextOf,
  type ErrorCondition,
  ExceptionGroup,
  KeyboardInterrupt,
  repr,
  ValueError,
} from '../lib';
import { setContext } from '../lib/errors';
import { thrownBy } from './support';

describe('ExceptionGroup, parted', () => {
  let inner: ExceptionGroup;
  let outer: ExceptionGroup;

  beforeEach(() => {
    inner = new ExceptionGroup('inner', [new TypeError('t')]);
    outer = new ExceptionGroup('outer', [new ValueError('v'), inner]);
  });

  describe('by a function', () => {
    for (const method of ['split', 'subgroup'] as const) {
      it(`of ${method} is asked of the group, then of what it holds, and of groups before their leaves`, () => {
        const asked: string[] = [];
        outer[method]((error) => {
          asked.push(error.message);
          return false;
        });
        expect(asked).to.deep.equal(['outer', 'v', 'inner', 't']);
      });

      it(`of ${method} is not asked of what is in a group that it means`, () => {
        const asked: string[] = [];
        outer[method]((error) => {
          asked.push(error.message);
          return error === inner;
        });
        expect(asked).to.deep.equal(['outer', 'v', 'inner']);
      });

      it(`of ${method} that throws is the end of it`, () => {
        const fails = () => {
          throw new RangeError('no answer');
        };
        expect(() => outer[method](fails)).to.throw(RangeError, 'no answer');
      });
    }

    it('gives the group itself where it means the whole, and the very groups inside that it means', () => {
      expect(outer.subgroup(() => true)).to.equal(outer);
      expect(outer.subgroup((error) => error === inner)?.errors[0]).to.equal(inner);
    });
  });

  describe('by a class', () => {
    it('of groups gives the whole, or the groups inside that are meant', () => {
      const base = new BaseExceptionGroup('base', [new KeyboardInterrupt(), inner]);
      const [match, rest] = base.split(ExceptionGroup);
      expect([match?.errors[0] === inner, repr(rest)]).to.deep.equal([
        true,
        "BaseExceptionGroup('base', [KeyboardInterrupt()])",
      ]);
      expect(outer.split(ExceptionGroup)).to.deep.equal([outer, undefined]);
    });

    it('keeps the leaves themselves, and makes the groups anew', () => {
      const [match, rest] = outer.split(RangeError);
      expect(match).to.equal(undefined);
      expect([rest === outer, rest?.errors[0] === outer.errors[0], rest?.errors[1] === inner]).to.deep.equal([
        false,
        true,
        false,
      ]);
    });

    it('of none gives all as the rest', () => {
      expect([outer.subgroup([]), repr(outer.split([])[1])]).to.deep.equal([undefined, repr(outer)]);
    });
  });

  describe('by anything else', () => {
    const TEXT = 'expected an exception type, a tuple of exception types, or a callable (other than a class)';
    const others: [string, unknown][] = [
      ['a number', 5],
      ['null', null],
      ['a text', 'ValueError'],
      ['an array with something else in it', [ValueError, 5]],
    ];
    for (const [what, condition] of others) {
      it(`throws for ${what}`, () => {
        for (const method of ['split', 'subgroup'] as const) {
          expect(() => outer[method](condition as ErrorCondition)).to.throw(TypeError, TEXT);
        }
      });
    }
  });

  describe('what the parts keep', () => {
    it('is the cause, the context and the trace of each group, in both halves', () => {
      const [cause, context] = [new Error('cause'), new Error('context')];
      outer.cause = cause;
      setContext(outer, context);
      for (const part of outer.split(ValueError) as ExceptionGroup[]) {
        expect([part.cause, contextOf(part), part.stack]).to.deep.equal([cause, context, outer.stack]);
      }
    });

    it('does not include those of the outer group for the inner', () => {
      outer.cause = new Error('cause');
      setContext(outer, new Error('context'));
      const part = outer.subgroup(TypeError)?.errors[0] as ExceptionGroup;
      expect([part.cause, contextOf(part), part.stack]).to.deep.equal([undefined, undefined, inner.stack]);
    });

    it('is no cause where there was none, for console.log either', () => {
      const part = outer.subgroup(ValueError) as ExceptionGroup;
      expect(['cause' in part, inspect(part).includes('cause')]).to.deep.equal([false, false]);
    });
  });

  describe('by way of its own derive', () => {
    class Noting extends ExceptionGroup {
      static derived: string[] = [];

      override derive(errors: readonly Error[]): BaseExceptionGroup {
        Noting.derived.push(errors.map((error) => error.message).join());
        return new Noting(`${this.message}!`, errors);
      }
    }

    beforeEach(() => {
      Noting.derived = [];
    });

    /** Show a tree of errors with the classes of the groups: `Noting x!(Error a)`. */
    function kindsOf(error: Error | undefined): string {
      if (!(error instanceof BaseExceptionGroup)) return `Error ${error?.message}`;
      return `${error.constructor.name} ${error.message}(${error.errors.map(kindsOf).join(', ')})`;
    }

    const noting = () =>
      new Noting('x', [new ValueError('a'), new Noting('y', [new TypeError('t'), new ValueError('b')])]);

    it('makes each part, at every level, the inner ones first', () => {
      const [match, rest] = noting().split(ValueError);
      expect([match, rest].map(kindsOf)).to.deep.equal([
        'Noting x!(Error a, Noting y!(Error b))',
        'Noting x!(Noting y!(Error t))',
      ]);
      expect(Noting.derived).to.deep.equal(['b', 't', 'a,y!', 'y!']);
    });

    it('makes only what subgroup gives', () => {
      noting().subgroup(ValueError);
      expect(Noting.derived).to.deep.equal(['b', 'a,y!']);
    });

    it('refuses one that makes no group', () => {
      class Wrong extends ExceptionGroup {
        override derive(): BaseExceptionGroup {
          return 5 as never;
        }
      }
      const group = new Wrong('x', [new ValueError(), new TypeError()]);
      expect(() => group.split(ValueError)).to.throw(TypeError, 'derive must return an instance of BaseExceptionGroup');
    });

    it('without one a subclass is parted into plain groups, as narrow as what they hold allows', () => {
      class Plain extends ExceptionGroup {}
      class Wide extends BaseExceptionGroup {}
      expect(repr(new Plain('x', [new ValueError(), new TypeError()]).subgroup(ValueError))).to.equal(
        "ExceptionGroup('x', [ValueError()])",
      );
      expect(new Wide('x', [new ValueError(), new KeyboardInterrupt()]).split(ValueError).map(repr)).to.deep.equal([
        "ExceptionGroup('x', [ValueError()])",
        "BaseExceptionGroup('x', [KeyboardInterrupt()])",
      ]);
    });

    it('gives a group that can be asked for by hand, of any errors', () => {
      expect(repr(outer.derive([new ValueError()]))).to.equal("ExceptionGroup('outer', [ValueError()])");
      expect(repr(outer.derive([new KeyboardInterrupt()]))).to.equal(
        "BaseExceptionGroup('outer', [KeyboardInterrupt()])",
      );
      expect(String(thrownBy(() => outer.derive([])))).to.equal(
        'ValueError: second argument (exceptions) must be a non-empty sequence',
      );
    });
  });

  it('refuses a BaseException in a subclass by the name of that', () => {
    class Own extends ExceptionGroup {}
    expect(() => new Own('x', [new KeyboardInterrupt()])).to.throw(TypeError, "Cannot nest BaseExceptions in 'Own'");
  });
});
