import { expect } from 'chai';
import { restyle } from '../../tools/restyle';

/** `text` in the three styles. */
function styled(text: string): Record<string, string> {
  return {
    generators: restyle(text, 'generators'),
    compiled: restyle(text, 'compiled'),
    native: restyle(text, 'native'),
  };
}

describe('restyle', () => {
  it('makes of a generator an async function, which is lazy where it is native', () => {
    const text = 'const hello = function* (n) { return yield* sleep(n); };';
    expect(styled(text)).to.deep.equal({
      generators: text,
      compiled: 'const hello = async function (n) { return await sleep(n); };',
      native: "const hello = __coroutine(async function (n) { return await sleep(n); }, 'hello');",
    });
  });

  it('makes of an async function a generator, which is awaited as that is', () => {
    const text = 'const hello = async function (n) { return (await sleep(n)) + 1; };';
    expect(styled(text)).to.deep.equal({
      generators:
        "const hello = __coroutine(function* (n) { return ((yield* __awaitable( sleep(n)))) + 1; }, 'hello');",
      compiled: text,
      native: "const hello = __coroutine(async function (n) { return (await sleep(n)) + 1; }, 'hello');",
    });
  });

  it('keeps the `this` of an arrow function', () => {
    const text = 'const hello = async (n) => await this.sleep(n);';
    expect(styled(text)).to.deep.equal({
      generators:
        "const hello = __coroutine(function* (n) { return ( (yield* __awaitable( this.sleep(n)))); }.bind(this), 'hello');",
      compiled: text,
      native: "const hello = __coroutine(async (n) => await this.sleep(n), 'hello');",
    });
  });

  it('hoists what it makes of a declaration, as that is hoisted itself', () => {
    expect(styled('run(f); export function* f(n) { yield* n; } { async function g() {} }')).to.deep.equal({
      generators: "run(f); export function* f(n) { yield* n; } { const g = __coroutine(g$, 'g'); function* g$() {} }",
      compiled: 'run(f); export async function f(n) { await n; } { async function g() {} }',
      native:
        "export const f = __coroutine(f$, 'f'); run(f); async function f$(n) { await n; } { const g = __coroutine(g$, 'g'); async function g$() {} }",
    });
  });

  it('makes of a method one that calls an arrow function', () => {
    expect(styled('class A { static *a(n) { yield* n; } async b() {} }')).to.deep.equal({
      generators: 'class A { static *a(n) { yield* n; } *b() {} }',
      compiled: 'class A { static async a(n) { await n; } async b() {} }',
      native:
        "class A { static a(n) { return __coroutine(async () => { await n; }, 'a')(); } b() { return __coroutine(async () => {}, 'b')(); } }",
    });
  });

  it('wraps nothing that is a coroutine function in any case, or called at once', () => {
    const text = 'coroutine(async function named() {}); asyncWith(lock, async () => {});';
    expect(styled(text)).to.deep.equal({
      generators: 'coroutine(function* named() {}); asyncWith(lock, function* () {}.bind(this));',
      compiled: text,
      native: text,
    });
  });

  it('gives way by sleep(0) where a generator yields nothing, and not at all where it delegates to nothing', () => {
    expect(restyle('function* f() { yield; yield* []; }', 'compiled')).to.equal(
      'async function f() { await __sleep(0); undefined; }',
    );
  });

  it('awaits a whole expression where a generator delegates to one', () => {
    expect(restyle('function* f() { yield* a ?? b; }', 'compiled')).to.equal('async function f() { await ( a ?? b); }');
  });

  for (const [what, text] of [
    ['the iterator of a class', 'class A { *[Symbol.iterator]() { yield* this.a; } }'],
    ['a generator that yields values', 'function* values() { yield 1; yield* more(); }'],
    ['an async generator', 'async function* values() { await a; yield 1; }'],
    ['a function that is no coroutine', 'function f() { return () => g(); }'],
  ]) {
    it(`leaves alone ${what}`, () => {
      expect(styled(text as string)).to.deep.equal({ generators: text, compiled: text, native: text });
    });
  }

  it('leaves an async function with a `for await` among generators', () => {
    const text = 'const f = async () => { for await (const a of b) await a; };';
    expect(restyle(text, 'generators')).to.equal(text);
  });

  it('keeps types, comments and lines as they are', () => {
    const text =
      '/** Says it. */\nconst f = function* <T>(a: T): Generator<T> { // here\n\n  return a; /* there */\n};';
    expect(restyle(text, 'compiled')).to.equal(text.replace('function*', 'async function'));
  });
});
