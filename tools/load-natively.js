/**
 * Modules of this repository, loaded as a default tsconfig would have them compiled: their async
 * functions are the host's own, where those of all else are yieldstar's.
 *
 * The modules that are named make up a world of their own, apart from their copies that others
 * load; whatever else they import they share with all.
 *
 * In JavaScript, as what it is made of.
 */

const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname } = require('node:path');
const ts = require('typescript');
const { create } = require('./cached-transpiler.js');

/** @type {import('typescript').CompilerOptions} */
const options = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  useDefineForClassFields: false,
};
const transpiler = create({ service: { config: { options } } });

/**
 * Load TypeScript modules natively.
 *
 * @param {readonly string[]} files their full paths
 * @returns {(file: string) => any} what gives the exports of one of them
 */
exports.loadNatively = (files) => {
  /** @type {Map<string, NodeModule>} */
  const loaded = new Map();
  const load = (/** @type {string} */ file) => {
    const module = new Module(file, require.main);
    loaded.set(file, module);
    module.filename = file;
    module.paths = Module._nodeModulePaths(dirname(file));
    const { require: shared } = module;
    module.require = (name) => {
      const found = Module._resolveFilename(name, module);
      return files.includes(found) ? exportsOf(found) : shared.call(module, name);
    };
    module._compile(transpiler.transpile(readFileSync(file, 'utf8'), { fileName: file }).outputText, file);
    return module;
  };
  const exportsOf = (/** @type {string} */ file) => (loaded.get(file) ?? load(file)).exports;
  return exportsOf;
};
