import { expect } from 'chai';
import { addedGlobals, isIntrinsic, isIterator, isWeakMap, itemsOf } from '../../../lib/trace/dead/intrinsics';

describe('The intrinsics', () => {
  it('are what is global, the prototypes of that, and those of generators', () => {
    const generators = Object.getPrototypeOf(Object.getPrototypeOf((function* () {})()));
    expect([globalThis, Array, Array.prototype, Math, generators].map(isIntrinsic)).to.deep.equal(Array(5).fill(true));
  });

  it("are none of the program's objects", () => {
    const own = [{}, [], class {}, function* () {}.prototype];
    expect(own.map(isIntrinsic)).to.deep.equal([false, false, false, false]);
  });
});

describe('addedGlobals', () => {
  it('gives what the program has made global', () => {
    const shared = { name: 'shared' };
    Object.assign(globalThis, { shared });
    const added = addedGlobals();
    delete (globalThis as { shared?: unknown }).shared;
    expect([added.includes(shared), added.includes(Array), addedGlobals().includes(shared)]).to.deep.equal([
      true,
      false,
      false,
    ]);
  });
});

describe('itemsOf', () => {
  it('gives the keys and the values of a Map, and what is in a Set', () => {
    expect(itemsOf(new Map([['a', 1]]))).to.have.members(['a', 1]);
    expect(new Set(itemsOf(new Set(['b'])))).to.deep.equal(new Set(['b']));
  });

  it('gives nothing of other objects, and of the prototypes of classes that extend them', () => {
    expect(
      [[1], { a: 1 }, class extends Map {}.prototype, class extends Set {}.prototype].flatMap(itemsOf),
    ).to.deep.equal([]);
  });

  it('does not call what the program has put in the place of forEach', () => {
    const set = Object.assign(new Set([1]), { forEach: () => expect.fail('called') });
    expect(itemsOf(set)).to.include(1);
  });
});

describe('isWeakMap', () => {
  it('tells a WeakMap from what looks like one', () => {
    const objects = [new WeakMap(), new (class extends WeakMap {})(), class extends WeakMap {}.prototype, new Map()];
    expect(objects.map(isWeakMap)).to.deep.equal([true, true, false, false]);
  });
});

describe('isIterator', () => {
  it('tells what goes through a list, a Map or a Set', () => {
    const objects = [[1].values(), new Map().entries(), new Set().keys(), (function* () {})(), [1]];
    expect(objects.map(isIterator)).to.deep.equal([true, true, true, false, false]);
  });
});
