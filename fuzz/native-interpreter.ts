/**
 * NativeInterpreter: coroutines written as async functions, which the host runs itself.
 *
 * The text is AsyncInterpreter's, compiled as any other program is: what stands after an `await`
 * is a job of V8's. The call of such a function begins at once. So what is to begin later, as a
 * task or in a combinator, is made lazy by `coroutine`; but not where it would give way first
 * anyhow. What is awaited on the spot is called plainly, as users do; every other block is not,
 * as that must make no difference.
 *
 * Counterpart: AsyncInterpreter in cpython/async_interpreter.py.
 */

import { type CoroutineLike, coroutine } from '../lib';
import type { AsyncInterpreter } from './async-interpreter';
import type { Interpreter, Outcome } from './interpreter';
import type { Body, Coro, Program } from './program';

const { loadNatively } = require('../tools/load-natively.js');
const files = ['./interpreter.ts', './async-interpreter.ts'].map((file) => require.resolve(file));
const Natively: typeof AsyncInterpreter = loadNatively(files)(files[1]).AsyncInterpreter;

type Methods = Pick<Interpreter, 'coroutine' | 'block'>;
const plain: Methods = Natively.prototype;
const lazy: Methods = { coroutine: coroutine(plain.coroutine), block: coroutine(plain.block) };

export class NativeInterpreter extends (Natively as new (program: Program) => Interpreter) {
  override coroutine(coro: Coro): CoroutineLike<unknown> {
    return (coro.late ? plain : lazy).coroutine.call(this, coro);
  }

  override block(body: Body, who: string): CoroutineLike<Outcome> {
    return (body.length % 2 === 0 ? plain : lazy).block.call(this, body, who);
  }
}
