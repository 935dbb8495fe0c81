import { expect } from 'chai';
import { AsyncInterpreter } from '../../fuzz/async-interpreter';
import { NativeInterpreter } from '../../fuzz/native-interpreter';
import { Coroutine } from '../../lib';
import { programOf } from './programs';

const Natively = Object.getPrototypeOf(NativeInterpreter);
const kindOf = (value: unknown): string => Object.prototype.toString.call(value).slice('[object '.length, -1);

describe('The native interpreter of random programs', () => {
  it("has the functions of the other, as the host's own", () => {
    const names = Object.getOwnPropertyNames(AsyncInterpreter.prototype);
    expect(Object.getOwnPropertyNames(Natively.prototype)).to.deep.equal(names);
    expect(names.slice(1).map((name) => kindOf(Natively.prototype[name]))).to.deep.equal(
      names.slice(1).map(() => 'AsyncFunction'),
    );
    expect(kindOf(AsyncInterpreter.prototype.block)).to.equal('Function');
  });

  it('shares its world with the others, and goes through generators of its own', () => {
    const Interpreter = Object.getPrototypeOf(Natively);
    expect(kindOf(Interpreter.prototype.items)).to.equal('AsyncGeneratorFunction');
    const shared = Object.getPrototypeOf(Object.getPrototypeOf(AsyncInterpreter));
    expect(Object.getPrototypeOf(Interpreter)).to.equal(shared);
  });

  it('begins no coroutine when it makes one', () => {
    const world = new NativeInterpreter(programOf());
    expect(world.coroutine({ id: 1, body: [] })).to.be.instanceOf(Coroutine);
    expect(world.trace).to.deep.equal([]);
  });

  it('begins one that gives way before it starts, of which nothing is seen', () => {
    const world = new NativeInterpreter(programOf());
    expect(kindOf(world.coroutine({ id: 1, late: true, body: [] }))).to.equal('Promise');
    expect(world.trace).to.deep.equal([]);
  });

  it('calls every other block plainly', () => {
    const world = new NativeInterpreter(programOf());
    expect(kindOf(world.block([], 't1'))).to.equal('Promise');
    expect(world.block([{ op: 'return', value: 1 }], 't1')).to.be.instanceOf(Coroutine);
  });
});
