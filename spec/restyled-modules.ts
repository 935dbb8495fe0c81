/**
 * Modules in another style: files of spec/, loaded in this process, with their coroutines rewritten.
 *
 * Those that they import from spec/ are rewritten, too. All else, the library above all, they share
 * with the other specs.
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as library from '../lib';
import { restyle, type Style } from '../tools/restyle';
import { compileInStyle, helpersFrom } from './compile-in-style';

const HELPERS = helpersFrom(library);

/** The modules of spec/, in one style. */
export class RestyledModules {
  private readonly loaded = new Map<string, object>();

  constructor(
    private readonly style: Style,
    /** What is global to them besides. */
    private readonly globals: object = {},
  ) {}

  /** Load the module of `file`, whose text in this style may be given. */
  load(file: string, restyled: string = restyle(readFileSync(file, 'utf8'), this.style)): object {
    const known = this.loaded.get(file);
    if (known !== undefined) return known;
    const module = {};
    this.loaded.set(file, module);
    const load = (name: string) => this.require(file, name);
    const scope = { ...HELPERS, ...this.globals, exports: module, require: load, __filename: file };
    compileInStyle(restyled, file, this.style, Object.keys(scope))(...Object.values(scope));
    return module;
  }

  private require(from: string, name: string): object {
    const requireFrom = createRequire(from);
    const file = requireFrom.resolve(name);
    return file.startsWith(__dirname) && file.endsWith('.ts') ? this.load(file) : requireFrom(name);
  }
}
