import { expect } from 'chai';
import { CancelledError, coroutine, EventLoop, repr, ValueError } from '../lib';
import { recursiveRepr, reprByName, reprCall, typeName } from '../lib/repr';

describe('repr', () => {
  it('shows the primitives', () => {
    const shown = [1, -0.5, BigInt(10), true, null, undefined, Number.NaN, Symbol('s')].map(repr);
    expect(shown).to.deep.equal(['1', '-0.5', '10n', 'true', 'null', 'undefined', 'NaN', 'Symbol(s)']);
  });

  it('quotes strings as Python does', () => {
    const shown = ['a', "it's", '"', `'"`, 'a\nb\\'].map(repr);
    expect(shown).to.deep.equal(["'a'", `"it's"`, `'"'`, `'\\'"'`, "'a\\nb\\\\'"]);
  });

  it('cuts a string of more than thirty characters, quotes included, in the middle', () => {
    expect(repr('x'.repeat(28))).to.equal(`'${'x'.repeat(28)}'`);
    expect(repr('x'.repeat(100))).to.equal(`'${'x'.repeat(12)}...${'x'.repeat(13)}'`);
  });

  it('shows bytes as Python does, whatever class they are of', () => {
    const shown = ['abc\n', "it's", '"', `'"`, '\u0000\t\\', 'ß'].map((text) => repr(Buffer.from(text)));
    expect(shown).to.deep.equal(["b'abc\\n'", `b"it's"`, `b'"'`, `b'\\'"'`, "b'\\x00\\t\\\\'", "b'\\xc3\\x9f'"]);
    expect(repr(Uint8Array.of(127, 126))).to.equal("b'\\x7f~'");
  });

  it('cuts bytes in the middle, as it cuts strings', () => {
    expect(repr(new Uint8Array(27).fill(120))).to.equal(`b'${'x'.repeat(27)}'`);
    expect(repr(new Uint8Array(100).fill(120))).to.equal(`b'${'x'.repeat(11)}...${'x'.repeat(13)}'`);
    expect(repr([Buffer.from(`${'a'.repeat(1000)}'`)])).to.equal(`[b"${'a'.repeat(11)}...${'a'.repeat(12)}'"]`);
  });

  it('shows collections, cut after six items', () => {
    const seven = [1, 2, 3, 4, 5, 6, 7];
    expect(repr(seven)).to.equal('[1, 2, 3, 4, 5, 6, ...]');
    expect(repr(new Set(seven))).to.equal('{1, 2, 3, 4, 5, 6, ...}');
    expect(repr([])).to.equal('[]');
    expect(repr(new Set())).to.equal('set()');
  });

  it('shows maps and plain objects, cut after four entries', () => {
    expect(repr(new Map([['a', 1]]))).to.equal("{'a': 1}");
    expect(repr({ a: 1, b: 'two' })).to.equal("{a: 1, b: 'two'}");
    expect(repr({ a: 1, b: 2, c: 3, d: 4, e: 5 })).to.equal('{a: 1, b: 2, c: 3, d: 4, ...}');
  });

  it('shows errors by name and message, uncut', () => {
    expect(repr(new ValueError('bad'))).to.equal("ValueError('bad')");
    expect(repr(new ValueError())).to.equal('ValueError()');
    expect(repr(new CancelledError('why', 2))).to.equal("CancelledError('why', 2)");
    expect(repr(new TypeError('t'.repeat(40)))).to.equal(`TypeError('${'t'.repeat(40)}')`);
  });

  it('shows functions by name', () => {
    function hello() {}
    expect([repr(hello), repr(() => {})]).to.deep.equal(['<function hello>', '<function <anonymous>>']);
  });

  it('shows an object of another class by its class, unless it has a toString of its own', () => {
    class Plain {}
    class Own {
      toString() {
        return '<Own>';
      }
    }
    expect([repr(new Plain()), repr(new Own())]).to.deep.equal(['<Plain object>', '<Own>']);
  });

  it('cuts nesting after six levels', () => {
    let value: unknown = 1;
    for (let i = 0; i < 8; i++) value = [value];
    expect(repr(value)).to.equal('[[[[[[[...]]]]]]]');
  });

  it('shows a value that contains itself as three dots', () => {
    const list: unknown[] = [1];
    list.push(list);
    expect(repr(list)).to.equal('[1, ...]');
  });

  it('shows a value twice where it is contained twice, side by side', () => {
    const inner = [1];
    expect(repr([inner, inner])).to.equal('[[1], [1]]');
  });

  it('does not fail on an object that fails to be shown', () => {
    class Broken {
      toString(): string {
        throw new ValueError('no');
      }
    }
    expect(repr([new Broken()])).to.equal('[<Broken object, which threw ValueError when shown>]');
  });

  it('shows an object without a prototype', () => {
    expect(repr(Object.assign(Object.create(null), { a: 1 }))).to.equal('{a: 1}');
  });

  it("shows futures and coroutines as Python's reprs", () => {
    const work = coroutine(function* work() {});
    expect(repr(new EventLoop().createFuture())).to.equal('<Future pending>');
    expect(repr(work())).to.equal('<coroutine object work>');
  });
});

describe('typeName', () => {
  it('names the class of an object and the type of a primitive', () => {
    function* generator() {}
    class Own {}
    const values = [5, 'a', null, undefined, [], {}, new Own(), new Map(), generator(), () => {}];
    expect(values.map(typeName)).to.deep.equal([
      'number',
      'string',
      'null',
      'undefined',
      'Array',
      'Object',
      'Own',
      'Map',
      'generator',
      'function',
    ]);
  });

  it('names an object without a prototype', () => {
    expect(typeName(Object.create(null))).to.equal('Object');
  });
});

describe('reprCall', () => {
  it('shows the name of a function and the arguments', () => {
    function work() {}
    expect(reprCall(work, [1, 'a'])).to.equal("work(1, 'a')");
    expect(reprCall(work)).to.equal('work()');
  });

  it('shows a bound function by the name it had', () => {
    function work() {}
    expect(reprCall(work.bind({}))).to.equal('work()');
  });
});

describe('recursiveRepr', () => {
  it('shows an object inside itself as three dots, and forgets it afterwards', () => {
    const object = {};
    const show = (): string => recursiveRepr(object, () => `<${recursiveRepr(object, () => 'never')}>`);
    expect([show(), show()]).to.deep.equal(['<...>', '<...>']);
  });

  it('forgets the object also when showing it fails', () => {
    const object = {};
    const failing = () =>
      recursiveRepr(object, () => {
        throw new ValueError('no');
      });
    expect(failing).to.throw('no');
    expect(recursiveRepr(object, () => 'shown')).to.equal('shown');
  });
});

describe('reprByName', () => {
  const named = { name: 'a name' };
  const nameOf = (object: object) => (object === named ? named.name : undefined);

  it('shows by its name what has one, wherever it is met, and all else as repr does', () => {
    const shown = reprByName([named, { own: { toString: () => `<own ${repr(named)}>` } }], nameOf);
    expect(shown).to.equal('[a name, {own: <own a name>}]');
  });

  it('does so for this once', () => {
    const failing = () => {
      throw new Error('no');
    };
    expect(reprByName({}, failing)).to.equal('<Object object, which threw Error when shown>');
    expect([reprByName(named, nameOf), repr(named)]).to.deep.equal(['a name', "{name: 'a name'}"]);
  });
});
