import { expect } from 'chai';
import { asyncio } from '../../fuzz/asyncio';
import { makesEagerTasks } from '../../fuzz/eager-tasks';
import type { Body, Operand, Program, Statement } from '../../fuzz/program';
import { programOf } from './programs';

const coro: Operand = { spawn: false, id: 2, body: [] };
const spawn: Statement = { op: 'spawn', id: 2, eager: true, body: [] };
const gather: Statement = { op: 'gather', operands: [coro], returnExceptions: false };

/** A program whose loop makes eager tasks. */
const eagerly = (body: Body): Program => ({ ...programOf(body), eager: true });

describe('A random program makes an eager task that native code could not', () => {
  it('where a coroutine spawns one', () => {
    expect(makesEagerTasks(programOf([{ op: 'call', body: [spawn] }]))).to.equal(true);
    expect(makesEagerTasks(programOf([{ ...spawn, eager: false }]))).to.equal(false);
  });

  it('where a coroutine gives a combinator one', () => {
    const operands: Operand[] = [{ spawn: true, id: 2, eager: true, body: [] }];
    expect(makesEagerTasks(programOf([{ ...gather, operands }]))).to.equal(true);
  });

  it('where a coroutine gives a combinator another, and the loop makes all tasks eager', () => {
    expect(makesEagerTasks(eagerly([gather]))).to.equal(true);
    expect(makesEagerTasks(programOf([gather]))).to.equal(false);
  });

  it('not where a callback makes it', () => {
    expect(makesEagerTasks(programOf([{ op: 'callSoon', body: [spawn] }]))).to.equal(false);
    expect(makesEagerTasks({ ...programOf(), timers: [{ delay: 0, body: [spawn] }] })).to.equal(false);
  });

  it('where one that a callback makes makes another', () => {
    const outer: Statement = { op: 'spawn', id: 3, eager: true, body: [spawn] };
    expect(makesEagerTasks(programOf([{ op: 'callSoon', body: [outer] }]))).to.equal(true);
  });

  it('not where the loop begins it', () => {
    expect(makesEagerTasks(eagerly([{ op: 'sleep', delay: 1, value: 1 }]))).to.equal(false);
  });

  it('where a callback makes it beside a call that has begun', () => {
    const late: Operand = { spawn: false, id: 3, late: true, body: [] };
    const spawned: Operand = { spawn: true, id: 4, eager: true, body: [] };
    const gathering = (operands: Operand[]): Program => ({
      ...programOf(),
      timers: [{ delay: 0, body: [{ op: 'makeGather', id: 5, operands, returnExceptions: false }] }],
    });
    expect(makesEagerTasks(gathering([late, spawned]))).to.equal(true);
    expect(makesEagerTasks({ ...gathering([coro, late]), eager: true })).to.equal(true);
    const nested: Operand = { make: { op: 'gather', operands: [spawned], returnExceptions: false } };
    expect(makesEagerTasks(gathering([late, nested]))).to.equal(true);
    expect(makesEagerTasks(gathering([coro, late]))).to.equal(false);
    expect(makesEagerTasks({ ...gathering([late]), eager: true })).to.equal(false);
  });

  it('and only then the program is not run natively', () => {
    expect(asyncio.styles(programOf([spawn]))).to.deep.equal(['generators', 'async functions']);
    expect(asyncio.styles(eagerly([]))).to.include('native async functions');
  });
});
