/**
 * The parts of Node's loader of CommonJS modules that every tool of this kind hooks into.
 *
 * They are undocumented, and as stable as the tools that use them (ts-node, mocha) need
 * them to be.
 */

import { Module } from 'node:module';

/** Read the file, and run it as `module`. */
type Load = (module: LoadingModule, file: string) => void;

export interface LoadingModule {
  _compile(code: string, file: string, format: 'commonjs'): void;
}

export interface NodeLoader {
  /** Load the program itself (`isMain`), or what a module asks for. */
  _load(request: string, parent: unknown, isMain: boolean): unknown;
  /** Find the file that a module asks for. */
  _resolveFilename(request: string, ...rest: unknown[]): string;
  /** How a file is loaded, by the ending of its name. */
  readonly _extensions: Record<string, Load>;
}

export const nodeLoader = Module as unknown as NodeLoader;
