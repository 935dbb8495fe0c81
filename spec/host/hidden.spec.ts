import { expect } from 'chai';
import { EventLoop, sleep } from '../../lib';
import { host } from './chains';

/** Evaluates code as it stands: nothing compiles it. All is there before the host is asked: for what is new, it goes through all again. */
function evaluated(code: string): object {
  return new Function(`return ${code}`)();
}

describe('NodeHost.hidesSomething', () => {
  const hiding: [string, string][] = [
    ['an arrow function that uses the `this` of the function around it', '() => this.name'],
    ['one that uses `super`', '({ make() { return () => super.name; } }).make()'],
    ['one within another', 'name => () => this.name'],
    [
      'one that was async before it was compiled',
      '() => __awaiter(this, void 0, void 0, function* () { yield this.name; })',
    ],
    ['a class whose objects have private fields', 'class { #name = 1; get() { return this.#name; } }'],
  ];
  for (const [name, code] of hiding) {
    const value = evaluated(code);
    it(`is true of ${name}`, () => {
      expect(host.hidesSomething(value)).to.equal(true);
    });
  }

  const open: [string, string][] = [
    ['an arrow function that uses no `this`', '() => name'],
    [
      'one that was async before it was compiled, and only hands its `this` on',
      '() => __awaiter(this, void 0, void 0, function* () {})',
    ],
    ['a function, whose `this` is given by who calls it', 'function () { return this.name; }'],
    ['a method', '({ name() { return this.name; } }).name'],
    ['a class without private fields', 'class { get() { return this.name + "#name"; } }'],
    ['a built-in function', 'Math.max'],
    ['what is no function', '({ name: this })'],
  ];
  for (const [name, code] of open) {
    const value = evaluated(code);
    it(`is false of ${name}`, () => {
      expect(host.hidesSomething(value)).to.equal(false);
    });
  }

  it("is false of the library's own arrow functions, whose `this` is reached by another way", () => {
    const { callback } = new EventLoop().createTask(sleep(1));
    expect([/this/.test(String(callback)), host.hidesSomething(callback)]).to.deep.equal([true, false]);
  });
});
