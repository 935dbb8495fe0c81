/**
 * Programs in another style: their text, whose coroutines are rewritten, made to run in this process.
 *
 * A trace names a rewritten file `gather.spec.native.ts`, and has the lines of `gather.spec.ts`,
 * which stay where they are.
 */

import { resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { create, REGISTER_INSTANCE, type Service } from 'ts-node';
import type * as Library from '../lib';
import type { Style } from '../tools/restyle';

/** What compiles a text for this library, as any spec is compiled. */
const FOR_THE_LIBRARY = process[REGISTER_INSTANCE] as Service;

/** What leaves async functions to V8. */
const FOR_THE_HOST = create({
  cwd: resolve(__dirname, '..'),
  compilerOptions: { target: 'ES2022', useDefineForClassFields: false },
});

type AnyFunction = (...args: unknown[]) => Library.AwaitableLike<unknown>;

/** What rewritten text expects of the library. */
export function helpersFrom({ coroutine, getAwaitable, sleep }: typeof Library): object {
  return {
    __coroutine: (func: AnyFunction, name: string) => coroutine(Object.defineProperty(func, 'name', { value: name })),
    __awaitable: getAwaitable,
    __sleep: sleep,
  };
}

/** Give what evaluates the text of `file`, rewritten in `style`, with what the names stand for. */
export function compileInStyle(
  restyled: string,
  file: string,
  style: Style,
  names: string[],
): (...scope: unknown[]) => void {
  const service = style === 'native' ? FOR_THE_HOST : FOR_THE_LIBRARY;
  const filename = file.replace(/\.ts$/, `.${style}.ts`);
  return compileFunction(service.compile(restyled, filename), names, { filename }) as () => void;
}
