/**
 * The parts of Node's loader of CommonJS modules that every tool of this kind hooks into.
 *
 * They are undocumented, and as stable as the tools that use them (ts-node, mocha) need
 * them to be.
 */

import { Module } from 'node:module';

/** Read the file, and run it as `module`. */
type Load = (module: LoadingModule, file: string) => void;

/** Find what `specifier` stands for, or leave that to the `next` one. */
type Resolve = (
  specifier: string,
  context: object,
  next: (specifier: string, context: object) => object,
) => { url?: string; format?: string; shortCircuit?: boolean };

export interface LoadingModule {
  id: string;
  load(file: string): void;
  _compile(code: string, file: string, format: 'commonjs'): void;
}

export interface NodeLoader {
  new (id: string): LoadingModule;
  /** Load the program itself (`isMain`), or what a module asks for. */
  _load(request: string, parent: unknown, isMain: boolean): unknown;
  /** Called for the program that Node was given: by its path, or with none for that in `process.argv`. */
  runMain(program?: string): void;
  /** Find the file that a module asks for. */
  _resolveFilename(request: string, ...rest: unknown[]): string;
  /** How a file is loaded, by the ending of its name. */
  readonly _extensions: Record<string, Load>;
  /** The modules that were loaded, or are being loaded, by their files. */
  readonly _cache: Record<string, unknown>;
  /** Have `resolve` asked first, for ES modules too; in Node from 22.15 on. */
  registerHooks?(hooks: { resolve: Resolve }): void;
}

export const nodeLoader = Module as unknown as NodeLoader;
