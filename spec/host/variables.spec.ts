import { expect } from 'chai';
import { EventLoop, Lock, sleep } from '../../lib';
import { showVariable } from '../../lib/host/variables';

describe('showVariable', () => {
  const shown = (value: unknown): string => showVariable('name', value).value;

  it('gives the name, and the value as repr shows it', () => {
    expect(showVariable('items', ['a', 1])).to.deep.equal({ name: 'items', value: "['a', 1]" });
  });

  it('shows values of all kinds', () => {
    const values = [
      null,
      true,
      BigInt(10),
      Symbol('s'),
      new Map([[1, new Set([2])]]),
      new Lock(),
      new EventLoop().createFuture(),
    ];
    expect(values.map(shown)).to.deep.equal([
      'null',
      'true',
      '10n',
      'Symbol(s)',
      '{1: {2}}',
      String(new Lock()),
      '<Future pending>',
    ]);
  });

  it('shows a task by its name, also inside something else', () => {
    const task = new EventLoop().createTask(sleep(1), { name: 'worker' });
    expect([shown(task), shown({ tasks: [task] })]).to.deep.equal(['worker', '{tasks: [worker]}']);
  });

  it('cuts what is long', () => {
    const value = shown({ toString: () => 'x'.repeat(1000) });
    expect(value).to.equal(`${'x'.repeat(197)}...`);
  });

  it('says so of a value that cannot be shown', () => {
    class Broken {
      toString(): never {
        throw new RangeError('no');
      }
    }
    const withBadName = Object.defineProperty(() => {}, 'name', { value: Symbol('no string') });
    expect([shown(new Broken()), shown(withBadName)]).to.deep.equal([
      '<Broken object, which threw RangeError when shown>',
      '<function, which threw when shown>',
    ]);
  });
});
