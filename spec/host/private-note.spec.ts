import { expect } from 'chai';
import { privateNote } from '../../lib/host/private-note';

describe('privateNote', () => {
  it('makes what notes a value on an object, whichever that is, and gives it back', () => {
    const note = privateNote<object, number | undefined>();
    const objects = [{}, [], Object.freeze({}), (function* () {})(), () => {}];
    const before = objects.map((object) => note.get(object));
    objects.forEach((object, i) => {
      note.set(object, i);
    });
    note.set(objects[1] as object, 10);
    expect(before).to.deep.equal([undefined, undefined, undefined, undefined, undefined]);
    expect(objects.map((object) => note.get(object))).to.deep.equal([0, 10, 2, 3, 4]);
  });

  it('makes one kind of notes apart from another', () => {
    const [one, other] = [privateNote<object, string>(), privateNote<object, string>()];
    const object = {};
    one.set(object, 'one');
    expect([one.get(object), other.get(object)]).to.deep.equal(['one', undefined]);
  });

  it('makes notes that nobody sees', () => {
    const object = {};
    privateNote<object, string>().set(object, 'hidden');
    expect([Reflect.ownKeys(object), JSON.stringify(object)]).to.deep.equal([[], '{}']);
  });

  it('makes do with a WeakMap where no code may be made from text', () => {
    const { Function: original } = globalThis;
    globalThis.Function = (() => {
      throw new EvalError('code generation from strings disallowed');
    }) as unknown as FunctionConstructor;
    try {
      expect(privateNote()).to.be.an.instanceof(WeakMap);
    } finally {
      globalThis.Function = original;
    }
  });
});
